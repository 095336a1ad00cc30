package dev.interlock.process.operations;

import dev.interlock.platform.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The things a run can be about, as search keys of the ledger.
record BusinessKeys(
        @Nullable String changeNumber,
        @Nullable String itemId,
        @Nullable String revision,
        @Nullable String orderNumber,
        @Nullable String lot,
        @Nullable String supplierId,
        @Nullable String plant) {

    Stream<Violation> violations() {
        return revision == null || itemId != null
                ? Stream.empty()
                : Stream.of(
                        new Violation(
                                "?revision",
                                "revision",
                                "A revision is one of an item: name the itemId too."));
    }

    List<String> searchKeys() {
        var keys = new ArrayList<String>();
        add(keys, "change:", changeNumber);
        add(keys, "item:", itemId);
        add(keys, "revision:", revision == null ? null : itemId + "/" + revision);
        add(keys, "order:", orderNumber);
        add(keys, "lot:", lot);
        add(keys, "supplier:", supplierId);
        add(keys, "plant:", plant);
        return List.copyOf(keys);
    }

    private static void add(List<String> keys, String kind, @Nullable String id) {
        if (id != null) {
            keys.add(kind + id);
        }
    }
}
