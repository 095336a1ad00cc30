package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.interlock.sandbox.story.Story;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GatewayExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ChangeStoryIT {
    private static final String NOTICES = "/partner/v1/engineering-notices";

    private final Gateway gateway;
    private String told = "";

    ChangeStoryIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @BeforeAll
    void theStoryIsPlayed() {
        told = play();
    }

    private String play() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Story.CHANGE.play(gateway.endpoints(), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void endsWell() {
        assertThat(told).contains("INCOMPLETE").endsWith("The end." + System.lineSeparator());
    }

    @Test
    void playedAgainItSaysWhatAlreadyStands() {
        String again = play();

        assertThat(again)
                .contains("this is the propagation that stands")
                .contains("ECO-1002 has been carried through before")
                .doesNotContain("INCOMPLETE")
                .endsWith("The end." + System.lineSeparator());
    }

    @Test
    void theErpMakesTheGearboxAtRevisionCInBothPlants() {
        gateway.system("erp")
                .get("/system/v1/items/GB-4711")
                .then()
                .statusCode(200)
                .body("currentRevision", equalTo("C"));
        for (String plant : Product.PLANTS) {
            gateway.system("erp")
                    .get("/system/v1/items/GB-4711/revisions/C/boms/" + plant)
                    .then()
                    .statusCode(200)
                    .body("lines.componentId", hasItem("SL-0460"))
                    .body("lines.componentId", not(hasItem("SL-0450")));
            gateway.system("erp")
                    .get("/system/v1/items/GB-4711/revisions/C/routings/" + plant)
                    .then()
                    .statusCode(200)
                    .body("operations.number", hasItems(10, 20, 30, 35, 40));
        }
    }

    @Test
    void bothShopFloorsAndQualityKnowRevisionC() {
        for (String plant : Product.PLANTS) {
            for (String what : new String[] {"shopfloor-masters", "inspection-plans"}) {
                gateway.system("integration-tests")
                        .get("/system/v1/%s/%s/GB-4711/C".formatted(what, plant))
                        .then()
                        .statusCode(200);
            }
        }
    }

    @Test
    void plmShowsBothChangesImplemented() {
        for (String change : new String[] {"ECO-1001", "ECO-1002"}) {
            gateway.system("plm")
                    .get("/system/v1/engineering-changes/" + change)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("IMPLEMENTED"));
        }
    }

    @Test
    void acmeSeesNothingOfTheChange() {
        gateway.partner("supplier-acme").get(NOTICES + "/ECO-1001").then().statusCode(404);
        String list =
                gateway.partner("supplier-acme")
                        .get(NOTICES)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(list).doesNotContain("ECO-1001").doesNotContain("SL-04", "B-SL-4");
    }

    @Test
    void borealisReadsOfItsSealsInItsOwnNumbersAndNothingOfTheGearbox() {
        String notice =
                gateway.partner("supplier-borealis")
                        .get(NOTICES + "/ECO-1001")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        String list = gateway.partner("supplier-borealis").get(NOTICES).asString();

        assertThat(notice).contains("B-SL-450", "B-SL-460");
        assertThat(list).contains("ECO-1001");
        assertThat(notice + list)
                .doesNotContain("GB-4711", "gearbox", "SL-0450", "SL-0460", "TEST-1", "Ulm");
    }

    @Test
    void eachEffectHappenedOnce() {
        for (String thing : new String[] {"ECO-1001", "ECO-1002", "GB-4711", "SH-3310"}) {
            gateway.plant().expectEachEffectOnce(thing);
        }
    }
}
