package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.Workbench;
import dev.interlock.process.eco.AttributesCompleteCheck.Required;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class RequiredAttributeTableTest extends Workbench {
    @Inject RequiredAttributeTable table;

    @AfterEach
    void nothingOfThisIsLeft() {
        jdbi.useHandle(h -> h.execute("DELETE FROM required_attribute WHERE plant = 'P-9'"));
    }

    @Test
    void aStarStandsForAnyLifecycle() {
        says("SOFTWARE", "*", "license");
        says("*", "RELEASED", "weight");
        says("*", "IN_WORK", "draftNumber");

        assertThat(table.of(List.of("P-9"), "RELEASED"))
                .contains(new Required("SOFTWARE", "license"), new Required("*", "weight"))
                .doesNotContain(new Required("*", "draftNumber"));
        assertThat(table.of(List.of("P-8"), "RELEASED"))
                .doesNotContain(new Required("SOFTWARE", "license"));
    }

    private void says(String itemType, String lifecycle, String attribute) {
        jdbi.useHandle(h ->
                h.execute(
                        "INSERT INTO required_attribute VALUES (?, 'P-9', ?, ?)",
                        itemType,
                        lifecycle,
                        attribute));
    }
}
