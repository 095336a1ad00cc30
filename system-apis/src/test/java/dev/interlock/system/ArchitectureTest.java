package dev.interlock.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses TIER =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.interlock.system");

    @Test
    void capabilitiesFormNoCircle() {
        slices().matching("dev.interlock.system.(*)..").should().beFreeOfCycles().check(TIER);
    }

    @Test
    void otherTiersAreOnlyReachedOverHttp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.interlock.process..", "dev.interlock.partner..")
                .check(TIER);
    }

    @Test
    void adaptersAreKnownToNobody() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..mes..", "..wms..", "..qms..", "..plm..", "..reference..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..mes..", "..wms..", "..qms..", "..plm..", "..reference..")
                .check(TIER);
    }

    @Test
    void adaptersShowNothing() {
        classes()
                .that()
                .resideInAnyPackage("..mes", "..wms", "..qms", "..plm", "..reference")
                .should()
                .notBePublic()
                .check(TIER);
    }

    @Test
    void onlyVendorCallsReachTargets() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..vendor..", "..start..", "..mes..", "..wms..", "..qms..", "..plm..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.interlock.platform.outbound..")
                .check(TIER);
    }

    @Test
    void theClockIsInjected() {
        noClasses().should().callMethod(Instant.class, "now").check(TIER);
    }

    /// Whoever takes any media type reads a body past every constraint.
    @Test
    void resourcesSayWhatTheyTake() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .or()
                .areAnnotatedWith(PUT.class)
                .should()
                .beAnnotatedWith(Consumes.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Consumes.class)
                .check(TIER);
    }

    @Test
    void resourcesAreNamedSo() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(TIER);
    }

    @Test
    void resourcesDoNotTouchTheDatabase() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jdbi..")
                .check(TIER);
    }

    @Test
    void itemsKnowNothingOfStockAndOrders() {
        noClasses()
                .that()
                .resideInAnyPackage("..item..", "..revision..", "..structure..", "..unit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..inventory..", "..reservation..", "..order..", "..purchase..")
                .check(TIER);
    }

    @Test
    void stockKnowsNothingOfOrders() {
        noClasses()
                .that()
                .resideInAnyPackage("..inventory..", "..hold..", "..reservation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..system.order..", "..system.purchase..")
                .check(TIER);
    }
}
