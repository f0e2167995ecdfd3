package portage.model;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The contract stands below both deployables, and is made of little. */
class ArchitectureTest {

	static final ArchRule NEEDS_LITTLE = classes().that()
		.resideInAPackage("portage.model..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("portage.model..", "java..", "tools.jackson..", "com.fasterxml.jackson.annotation..",
				"org.jspecify.annotations..")
		.because("the contract knows neither portage.job nor portage.api, no Spring and no Redis client");

	static final ArchRule HAS_NO_CYCLES = slices().matching("portage.model.(*)..").should().beFreeOfCycles();

	static final List<ArchRule> RULES = List.of(NEEDS_LITTLE, HAS_NO_CYCLES);

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("portage.model");

	@ParameterizedTest
	@FieldSource("RULES")
	void holds(ArchRule rule) {
		rule.check(MAIN);
	}

	@ParameterizedTest
	@FieldSource("RULES")
	void wouldNoticeThePlantedViolation(ArchRule rule) {
		JavaClasses planted = new ClassFileImporter().importPackages("portage.model.content", "portage.model.wire");
		assertThat(rule.evaluate(planted).getFailureReport().toString()).contains("PlantedViolation");
	}

}
