package portage.job;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import portage.job.source.planted.SourceThatKnowsTheApi;
import portage.job.source.planted.SourceThatKnowsTheBackfill;
import portage.job.source.planted.SourceThatPrints;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The arrows of the job point one way: source → backfill → verify → announce. */
class ArchitectureTest {

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("portage.job");

	private static final JavaClasses WITH_PLANTED = new ClassFileImporter().importPackages("portage.job");

	private static final ArchRule ROOMS_KNOW_EACH_OTHER_IN_ONE_DIRECTION = slices().matching("portage.job.(*)..")
		.should()
		.beFreeOfCycles();

	private static final ArchRule EACH_ROOM_IS_ENTERED_FROM_ABOVE = layeredArchitecture()
		.consideringOnlyDependenciesInLayers()
		.layer("cli")
		.definedBy("portage.job.cli..")
		.layer("backfill")
		.definedBy("portage.job.backfill..")
		.layer("verify")
		.definedBy("portage.job.verify..")
		.layer("export")
		.definedBy("portage.job.export..")
		.layer("redis")
		.definedBy("portage.job.redis..")
		.layer("source")
		.definedBy("portage.job.source..")
		.whereLayer("backfill")
		.mayOnlyBeAccessedByLayers("cli")
		.whereLayer("verify")
		.mayOnlyBeAccessedByLayers("cli", "backfill")
		.whereLayer("export")
		.mayOnlyBeAccessedByLayers("cli")
		.whereLayer("redis")
		.mayOnlyBeAccessedByLayers("cli", "backfill", "verify", "export")
		.whereLayer("source")
		.mayOnlyBeAccessedByLayers("cli", "backfill", "verify");

	private static final ArchRule KNOWS_NOTHING_OF_THE_API = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("portage.api..");

	private static final ArchRule ONLY_MAIN_KNOWS_THE_COMMAND_LINE = classes().that()
		.resideInAPackage("portage.job.cli..")
		.should()
		.onlyHaveDependentClassesThat(resideInAPackage("portage.job.cli..").or(equivalentTo(MigrationJob.class)));

	@Test
	void seesTheWholeJob() {
		assertThat(MAIN.contain(MigrationJob.class)).isTrue();
		assertThat(MAIN.size()).isGreaterThan(50);
	}

	@ParameterizedTest
	@MethodSource("rules")
	void keepsTheRule(ArchRule rule, Class<?> planted) {
		rule.check(MAIN);
	}

	/** A gate that was never seen closed may be a painting of one. */
	@ParameterizedTest
	@MethodSource("rules")
	void wouldNoticeAViolation(ArchRule rule, Class<?> planted) {
		assertThat(rule.evaluate(WITH_PLANTED).getFailureReport().toString()).contains(planted.getSimpleName());
	}

	static Stream<Arguments> rules() {
		return Stream.of(arguments(ROOMS_KNOW_EACH_OTHER_IN_ONE_DIRECTION, SourceThatKnowsTheBackfill.class),
				arguments(EACH_ROOM_IS_ENTERED_FROM_ABOVE, SourceThatKnowsTheBackfill.class),
				arguments(KNOWS_NOTHING_OF_THE_API, SourceThatKnowsTheApi.class),
				arguments(ONLY_MAIN_KNOWS_THE_COMMAND_LINE, SourceThatPrints.class));
	}

}
