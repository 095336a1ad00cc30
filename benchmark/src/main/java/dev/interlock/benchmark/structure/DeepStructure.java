package dev.interlock.benchmark.structure;

import dev.interlock.benchmark.stage.Books;
import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Exchange;
import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/// One assembly of so many levels with so many lines each. The last line of a level leads to the
/// next one, and no component stands twice, so nothing is read a second time.
final class DeepStructure {
    static final String PLANT = "9100";
    static final String TOP = "DEEP-0";

    private static final String ITEMS =
            """
            INSERT INTO system.item (item_id, description, type, base_unit, make_or_buy, usage_status, batch_managed, serial_managed)
            SELECT %s, 'Part ' || n, 'COMPONENT', 'EA', 'BUY', 'ACTIVE', false, false FROM generate_series(0, :lines) n
            """;

    private static final String REVISIONS =
            """
            INSERT INTO system.revision (item_id, revision, rank, status, effectivity_kind, effective_from, attributes, specification_urls)
            SELECT item_id, 'A', 1, 'RELEASED', 'DATE', date '2020-01-01', '{}', '[]'
              FROM system.item WHERE item_id LIKE 'DEEP-%' OR item_id LIKE 'LEAF-%'
            """;

    private static final String BOMS =
            """
            INSERT INTO system.bom (item_id, revision, plant, usage, status, base_quantity, effectivity_kind, effective_from)
            SELECT item_id, 'A', ':plant', 'PRODUCTION', 'CERTIFIED', 3, 'DATE', date '2020-01-01'
              FROM system.item WHERE item_id LIKE 'DEEP-%'
            """;

    private static final String LINES =
            """
            INSERT INTO system.bom_line (item_id, revision, plant, position, component_id, quantity, unit, numerator, denominator,
                   scrap_percent, phantom, backflush)
            SELECT 'DEEP-' || (n - 1) / :each, 'A', ':plant', 10 * ((n - 1) % :each + 1), %s, 7, 'EA', 7, 1, 2.5, false, false
              FROM generate_series(1, :lines) n
            """;

    private final int levels;
    private final int linesEach;

    DeepStructure(int levels, int lines) {
        this.levels = levels;
        this.linesEach = lines / levels;
    }

    int lines() {
        return levels * linesEach;
    }

    void build(Api api, Books books) {
        Exchange plant =
                api.send(
                        "erp",
                        "PUT",
                        "/system/v1/plants/" + PLANT,
                        JsonObject.of("name", "Deep", "timeZone", "Europe/Berlin"),
                        Map.of());
        if (!plant.succeeded()) {
            throw new SandboxFailure(plant.problem());
        }
        String name = name();
        for (String statement :
                List.of(ITEMS.replace("%s", name), REVISIONS, BOMS, LINES.replace("%s", name))) {
            books.execute(
                    statement
                            .replace(":lines", String.valueOf(lines()))
                            .replace(":each", String.valueOf(linesEach))
                            .replace(":plant", PLANT));
        }
        books.execute("ANALYZE system.item, system.revision, system.bom, system.bom_line");
    }

    /// Of the component of the n-th line; the zeroth is the top.
    private String name() {
        return "CASE WHEN n %% %2$d = 0 AND n < %1$d * %2$d THEN 'DEEP-' || n / %2$d ELSE 'LEAF-' || n END"
                .formatted(levels, linesEach);
    }
}
