package dev.interlock.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.interlock", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("dev.interlock.sandbox.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noPartKnowsTheLauncher =
            noClasses()
                    .that()
                    .resideInAPackage("dev.interlock.sandbox.*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.interlock.sandbox");

    @ArchTest
    static final ArchRule theSandboxSpeaksToTheTiersOnlyOverHttp =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.interlock.platform..",
                            "dev.interlock.system..",
                            "dev.interlock.process..",
                            "dev.interlock.partner..");
}
