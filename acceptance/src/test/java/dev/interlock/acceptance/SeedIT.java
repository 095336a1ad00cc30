package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.interlock.sandbox.seed.Seeding;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/// The large plant for measuring, here a small one.
@ExtendWith(GatewayExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SeedIT {
    private final Gateway gateway;
    private String told = "";

    SeedIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @BeforeAll
    void aPlantIsSeeded() {
        told = seed(90, Instant.now());
    }

    @Test
    void showsHowFarItIsAndRoundsUpToWholeFamilies() {
        assertThat(told).contains("bills of material").contains("20 of 20").contains("80 of 80");
    }

    @Test
    void anAssemblyHasTenLevelsAndItsPartsAreOnStock() {
        gateway.system("erp")
                .get("/system/v1/items/SEED-A-0000000/bom-explosion?plant=9000&quantity=1")
                .then()
                .statusCode(200)
                .body("lines.level", hasItem(10));
        gateway.system("erp")
                .get("/system/v1/balances?itemId=SEED-P-0000079&plant=9000")
                .then()
                .body("items", hasSize(1))
                .body("items[0].quantity.value", equalTo("1000"));
    }

    @Test
    void seededAgainOnAnotherDayItAddsNothing() {
        seed(90, Instant.now().plus(3, ChronoUnit.DAYS));

        gateway.system("erp")
                .get("/system/v1/movements?itemId=SEED-P-0000000&plant=9000")
                .then()
                .body("items", hasSize(1));
        gateway.system("erp")
                .get("/system/v1/production-orders?plant=9000")
                .then()
                .body("items", hasSize(2));
    }

    private String seed(int items, Instant day) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        int stand =
                new Seeding(gateway.endpoints(), InstantSource.fixed(day), printer, false)
                        .plant(items);
        assertThat(stand).isEqualTo(100);
        return out.toString(StandardCharsets.UTF_8);
    }
}
