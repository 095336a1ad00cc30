package dev.interlock.system.backend;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Two back ends are built: `reference` for everything, `tryton` for stock alone.
class ErpOffersTest {
    private final ErpOffers offers =
            new ErpOffers(
                    Map.of(
                            "item-master",
                            Set.of("reference"),
                            "stock",
                            Set.of("reference", "tryton")));

    @Test
    void aPlantMayHaveItsStockElsewhere() {
        assertThatNoException()
                .isThrownBy(() -> choose("reference", Map.of("2000", Map.of("stock", "tryton"))));
    }

    @Test
    void aPlantMayHaveAllButOneKindElsewhere() {
        assertThatNoException()
                .isThrownBy(() ->
                        choose(
                                "reference",
                                Map.of("2000", Map.of("*", "tryton", "item-master", "reference"))));
    }

    @Test
    void aBackEndThatLacksAKindIsNotChosenForEveryKind() {
        assertThatThrownBy(() -> choose("reference", Map.of("2000", Map.of("*", "tryton"))))
                .hasMessage(
                        "interlock.erp.plants.\"2000\".*: the back end tryton has no item-master."
                                + " Write one of: reference.");
        assertThatThrownBy(() -> choose("tryton", Map.of()))
                .hasMessage(
                        "interlock.erp.back-end: the back end tryton has no item-master. Write one"
                                + " of: reference.");
    }

    @Test
    void aKindThatNobodyKnowsIsNotChosen() {
        assertThatThrownBy(() -> choose("reference", Map.of("2000", Map.of("stonk", "reference"))))
                .hasMessageContaining(
                        "\"2000\".stonk: there is no kind of object stonk. Write '*' or one of:"
                                + " ")
                .hasMessageContaining("item-master")
                .hasMessageContaining("stock");
    }

    @Test
    void everyWrongChoiceIsToldAtOnce() {
        assertThatThrownBy(() ->
                        choose(
                                "reference",
                                Map.of("1000", Map.of("stock", "sap"), "2000", Map.of("x", "y"))))
                .hasMessageContaining("does not exist: sap")
                .hasMessageContaining("no kind of object x");
    }

    private void choose(String backEnd, Map<String, Map<String, String>> plants) {
        offers.requireFor(
                new ErpSettings() {
                    @Override
                    public String backEnd() {
                        return backEnd;
                    }

                    @Override
                    public Map<String, Map<String, String>> plants() {
                        return plants;
                    }
                });
    }
}
