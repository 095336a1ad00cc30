package dev.interlock.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// What is asked here is asked from outside: by hand, or by the harness of the measurements.
@AnalyzeClasses(packages = "dev.interlock.acceptance")
class ArchitectureTest {
    @ArchTest
    static final ArchRule seesNoTierFromInside =
            classes()
                    .should()
                    .onlyDependOnClassesThat(
                            Predicates.resideInAnyPackage(
                                            "dev.interlock.acceptance..",
                                            "dev.interlock.benchmark..",
                                            "dev.interlock.sandbox..")
                                    .or(Predicates.resideOutsideOfPackage("dev.interlock..")));
}
