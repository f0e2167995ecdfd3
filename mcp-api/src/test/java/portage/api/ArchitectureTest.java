package portage.api;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The rooms of the API and the arrows between them. */
class ArchitectureTest {

	static final ArchRule ARROWS_POINT_INWARDS = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.withOptionalLayers(true)
		.layer("main")
		.definedBy("portage.api")
		.layer("mcp")
		.definedBy("portage.api.mcp..")
		.layer("tools")
		.definedBy("portage.api.tools..")
		.layer("rest")
		.definedBy("portage.api.rest..")
		.layer("batch")
		.definedBy("portage.api.batch..")
		.layer("probe")
		.definedBy("portage.api.probe..")
		.layer("query")
		.definedBy("portage.api.query..")
		.layer("migration")
		.definedBy("portage.api.migration..")
		.layer("content")
		.definedBy("portage.api.content..")
		.layer("redis")
		.definedBy("portage.api.redis..")
		.whereLayer("main")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("mcp")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("tools")
		.mayOnlyBeAccessedByLayers("mcp")
		.whereLayer("rest")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("batch")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("probe")
		.mayOnlyBeAccessedByLayers("main")
		.whereLayer("query")
		.mayOnlyBeAccessedByLayers("tools", "rest")
		.whereLayer("migration")
		.mayOnlyBeAccessedByLayers("tools", "rest", "query")
		.whereLayer("content")
		.mayOnlyBeAccessedByLayers("tools", "rest", "query", "migration")
		.whereLayer("redis")
		.mayOnlyBeAccessedByLayers("batch", "migration", "content")
		.because("data flows one way, and the outer rooms never import each other: only the edge carries the tools");

	static final ArchRule HAS_NO_CYCLES = slices().matching("portage.api.(*)..").should().beFreeOfCycles();

	static final ArchRule DOES_NOT_KNOW_THE_JOB = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("portage.job..")
		.because("between the two processes there are only Redis and the job repository");

	static final List<ArchRule> RULES = List.of(ARROWS_POINT_INWARDS, HAS_NO_CYCLES, DOES_NOT_KNOW_THE_JOB);

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("portage.api");

	@ParameterizedTest
	@FieldSource("RULES")
	void holds(ArchRule rule) {
		rule.check(MAIN);
	}

	@ParameterizedTest
	@FieldSource("RULES")
	void wouldNoticeThePlantedViolation(ArchRule rule) {
		JavaClasses planted = new ClassFileImporter().importPackages("portage.api.redis", "portage.api.content");
		assertThat(rule.evaluate(planted).getFailureReport().toString()).contains("PlantedViolation");
	}

}
