package dev.interlock.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PLATFORM =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.interlock.platform");

    @Test
    void knowsNoTier() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.interlock.system..",
                        "dev.interlock.process..",
                        "dev.interlock.partner..")
                .check(PLATFORM);
    }

    @Test
    void speaksNoSql() {
        noClasses().should().dependOnClassesThat().resideInAPackage("org.jdbi..").check(PLATFORM);
    }

    @Test
    void theClockIsInjected() {
        noClasses().should().callMethod(Instant.class, "now").check(PLATFORM);
    }
}
