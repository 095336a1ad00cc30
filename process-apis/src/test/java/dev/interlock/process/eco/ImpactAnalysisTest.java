package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.json.TolerantJson;
import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Fact;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.eco.ImpactAnalysis.ItemImpact;
import dev.interlock.process.eco.ImpactAnalysis.Stock;
import dev.interlock.process.facts.ItemFacts.Use;
import dev.interlock.process.facts.OpenOrder;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Purchasing.Shipment;
import dev.interlock.process.facts.Purchasing.ShippedLine;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImpactAnalysisTest {
    private final Drawings world = new Drawings();
    private final Map<String, List<OpenOrder>> taking = new HashMap<>();
    private final Map<String, List<Shipment>> sent = new HashMap<>();

    @BeforeEach
    void theSealIsReplacedInBothPlants() {
        world.affected.set(
                0,
                new AffectedItem(
                        "GB-4711", "B", "C", null, null, null, List.of("1000", "2000"), null));
        world.removes("GB-4711", "SL-0450", 80, Map.of());
    }

    @Test
    void thePlantsThatTheChangeIsForAreAffectedWhateverLiesThere() {
        assertThat(impact("GB-4711").plants()).containsExactly("1000", "2000");
        assertThat(impact("SL-0450").plants()).containsExactly("1000", "2000");
    }

    @Test
    void soAreThoseOfItsParents() {
        world.uses.put(
                "SL-0450",
                List.of(new Use("PU-1", "3000", "SL-0450"), new Use("PU-1", "1000", "SL-0450")));

        assertThat(impact("SL-0450").plants()).containsExactly("1000", "2000", "3000");
        assertThat(impact("SL-0450").whereUsed()).containsExactly("PU-1");
    }

    @Test
    void whatASupplierHasSentIsInTransit() {
        world.purchase("SL-0450", "4500002", "PARTIALLY_SHIPPED");
        world.stock("SL-0450", "IN_TRANSIT", "1");
        world.stock("SL-0450", "UNRESTRICTED", "7");
        sent.put("ACME", List.of(shipment("1000", "3"), shipment("2000", "5")));

        assertThat(impact("SL-0450").inTransit())
                .containsExactly(
                        new Stock("1000", "IN_TRANSIT", Quantity.of("4", "EA")),
                        new Stock("2000", "IN_TRANSIT", Quantity.of("5", "EA")));
        assertThat(impact("SL-0450").stock())
                .containsExactly(new Stock("1000", "UNRESTRICTED", Quantity.of("7", "EA")));
    }

    private static Shipment shipment(String plant, String quantity) {
        return new Shipment(
                "4500002",
                plant,
                List.of(
                        new ShippedLine("SL-0450", Quantity.of(quantity, "EA")),
                        new ShippedLine("SC-0912", Quantity.of("100", "EA"))));
    }

    @Test
    void theSuppliersAreThoseThatWillHearOfIt() {
        world.suppliers.put(
                "SL-0450",
                List.of(
                        new ItemSupplier("BOREALIS", "B-450", true, "APPROVED"),
                        new ItemSupplier("CINDER", "C-450", false, "BLOCKED")));
        world.purchase("SL-0450", "4500002", "ORDERED");

        assertThat(impact("SL-0450").suppliers()).containsExactly("ACME", "BOREALIS");
    }

    @Test
    void anOrderThatMaterialWasIssuedForHasBegun() throws IOException {
        world.productionOrders.put(
                "GB-4711",
                List.of(
                        released("100001", "0", "RELEASED"),
                        released("100002", "3", "RELEASED"),
                        released("100003", "0", "CONFIRMED")));

        assertThat(impact("GB-4711").productionOrdersStarted())
                .extracting(OpenOrder::orderNumber)
                .containsExactly("100002", "100003");
        assertThat(
                        TolerantJson.mapper()
                                .writeValueAsString(impact("GB-4711").productionOrdersStarted()))
                .contains("100002")
                .doesNotContain("components", "operations");
    }

    @Test
    void ordersThatTakeTheItemOrAreBuiltThroughItAreListedApart() throws IOException {
        world.removes("GB-4711", "SL-0450", 80, Map.of());
        taking.put(
                "SL-0450",
                List.of(released("100001", "0", "RELEASED"), released("100002", "3", "RELEASED")));
        world.phantomOrders.put("SL-0450", List.of(released("100003", "0", "RELEASED")));

        assertThat(impact("SL-0450").componentOrdersNotStarted())
                .extracting(OpenOrder::orderNumber)
                .containsExactly("100001", "100003");
        assertThat(impact("SL-0450").componentOrdersStarted())
                .extracting(OpenOrder::orderNumber)
                .containsExactly("100002");
        assertThat(impact("SL-0450").productionOrdersNotStarted()).isEmpty();
    }

    /// As ERP tells it.
    private static OpenOrder released(String orderNumber, String issued, String operation)
            throws IOException {
        return TolerantJson.mapper()
                .readValue(
                        """
                        {"orderNumber": "%s", "plant": "1000", "itemId": "GB-4711", "revision": "B", "quantity": {"value": "5", "unit": "EA"},
                         "plannedStart": "2026-12-01", "lifecycle": "RELEASED",
                         "components": [{"position": 10, "issued": {"value": "%s", "unit": "EA"}}],
                         "operations": [{"number": 10, "status": "%s"}]}
                        """
                                .formatted(orderNumber, issued, operation),
                        OpenOrder.class);
    }

    private ItemImpact impact(String itemId) {
        return ImpactAnalysis.of(
                        world.proposal(),
                        List.of(),
                        List.of(),
                        new Fact<>(item -> taking.getOrDefault(item, List.of())),
                        new Fact<>(supplier -> sent.getOrDefault(supplier, List.of())))
                .items()
                .stream()
                .filter(item -> item.itemId().equals(itemId))
                .findFirst()
                .orElseThrow();
    }
}
