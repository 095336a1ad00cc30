package dev.interlock.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import java.time.Instant;

@AnalyzeClasses(
        packages = "dev.interlock.system",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule capabilitiesFormNoCircle =
            slices().matching("dev.interlock.system.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule otherTiersAreOnlyReachedOverHttp =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.interlock.process..", "dev.interlock.partner..");

    @ArchTest
    static final ArchRule adaptersAreKnownToNobody =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..mes..", "..wms..", "..qms..", "..plm..", "..reference..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..mes..", "..wms..", "..qms..", "..plm..", "..reference..");

    @ArchTest
    static final ArchRule adaptersShowNothing =
            classes()
                    .that()
                    .resideInAnyPackage("..mes", "..wms", "..qms", "..plm", "..reference")
                    .should()
                    .notBePublic();

    @ArchTest
    static final ArchRule onlyVendorCallsReachTargets =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..vendor..", "..start..", "..mes..", "..wms..", "..qms..", "..plm..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.interlock.platform.outbound..");

    @ArchTest
    static final ArchRule theClockIsInjected =
            noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule resourcesAreNamedSo =
            classes()
                    .that()
                    .areAnnotatedWith(Path.class)
                    .should()
                    .haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule resourcesDoNotTouchTheDatabase =
            noClasses()
                    .that()
                    .areAnnotatedWith(Path.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.jdbi..");

    @ArchTest
    static final ArchRule itemsKnowNothingOfStockAndOrders =
            noClasses()
                    .that()
                    .resideInAnyPackage("..item..", "..revision..", "..structure..", "..unit..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..inventory..", "..reservation..", "..order..", "..purchase..");

    @ArchTest
    static final ArchRule stockKnowsNothingOfOrders =
            noClasses()
                    .that()
                    .resideInAnyPackage("..inventory..", "..hold..", "..reservation..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..system.order..", "..system.purchase..");
}
