package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.notice.SupplierNotice.Part;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the supplier of the seal hears of a change.
class AffectedSuppliersTest {
    private final Drawings world = new Drawings();

    @BeforeEach
    void theSealIsBought() {
        world.suppliers.put(
                "SL-0450", List.of(new ItemSupplier("BOREALIS", "B-450", true, "APPROVED")));
    }

    @Test
    void aPartThatGoesForGoodIsRemoved() {
        world.removes("GB-4711", "SL-0450", 80, Map.of());

        assertThat(part().effect()).isEqualTo("REMOVED");
    }

    @Test
    void aPartThatOnlyMovesToAnotherPlaceIsChanged() {
        world.removes("GB-4711", "SL-0450", 80, Map.of("openPurchaseOrders", "USE_UP"));
        world.adds("GB-4711", "SL-0450", 85);

        assertThat(part().effect()).isEqualTo("CHANGED");
        assertThat(part().disposition()).isEqualTo("USE_UP");
    }

    @Test
    void aPartThatIsUsedInOneMorePlaceIsAdded() {
        world.adds("GB-4711", "SL-0450", 85);
        world.adds("GB-4711", "SL-0450", 90);

        assertThat(part().effect()).isEqualTo("ADDED");
    }

    @Test
    void whatBecomesOfTheOrdersOfARevisedPartIsTold() {
        world.affected.add(
                Parts.affected(
                        "SL-0450", "A", "B", Map.of("openPurchaseOrders", "RETURN_TO_SUPPLIER")));

        assertThat(part().effect()).isEqualTo("REVISED");
        assertThat(part().disposition()).isEqualTo("RETURN_TO_SUPPLIER");
    }

    private Part part() {
        var notice = AffectedSuppliers.notices(world.proposal()).getFirst();
        return (Part) ((List<?>) Objects.requireNonNull(notice.get("parts"))).getFirst();
    }
}
