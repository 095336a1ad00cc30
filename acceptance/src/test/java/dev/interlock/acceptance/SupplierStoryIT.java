package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

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
class SupplierStoryIT {
    private final Gateway gateway;
    private String told = "";

    SupplierStoryIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @BeforeAll
    void theStoryIsPlayed() {
        told = play();
    }

    private String play() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Story.SUPPLIER.play(
                gateway.endpoints(), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void endsWell() {
        assertThat(told)
                .contains("CHANGE_ACCEPTED", "ON_HOLD", "CLOSED")
                .endsWith("The end." + System.lineSeparator());
    }

    @Test
    void playedAgainItSaysWhatAlreadyStands() {
        assertThat(play())
                .contains(
                        "The order stands already",
                        "The change has been decided before",
                        "It has been received before",
                        "The nonconformance has been raised before",
                        "It has been closed before")
                .endsWith("The end." + System.lineSeparator());
    }

    @Test
    void theShipmentLiesInInspectionStock() {
        gateway.system("erp")
                .get("/system/v1/balances?itemId=SR-7000")
                .then()
                .statusCode(200)
                .body("items[0].stockType", equalTo("QUALITY_INSPECTION"))
                .body("items[0].quantity.value", equalTo("80"))
                .body("items[0].lot", equalTo("AC-2611-A"));
    }

    @Test
    void theSupplierSeesItsLotHeldInItsOwnItemNumber() {
        gateway.partner("supplier-acme")
                .get("/partner/v1/quality-statuses?limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.lot == 'AC-2611-A' }.status", hasItem("ON_HOLD"))
                .body(
                        "items.findAll { it.lot == 'AC-2611-A' }.supplierItemId",
                        hasItem("AC-90700"));
    }
}
