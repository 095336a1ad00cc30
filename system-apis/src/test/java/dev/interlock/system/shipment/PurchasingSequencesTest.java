package dev.interlock.system.shipment;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Purchasing.acknowledge;
import static dev.interlock.system.Purchasing.announce;
import static dev.interlock.system.Purchasing.answer;
import static dev.interlock.system.Purchasing.decide;
import static dev.interlock.system.Purchasing.ordered;
import static dev.interlock.system.Purchasing.pieces;
import static dev.interlock.system.Purchasing.shipped;
import static dev.interlock.system.Purchasing.step;
import static dev.interlock.system.Purchasing.supplied;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.purchase.PurchaseOrder.LineState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Whatever supplier and buyer do to an order, in whatever order, its books agree: with its
/// shipments, with its movements, with itself.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class PurchasingSequencesTest {
    private static final int ORDERS = Integer.getInteger("purchasing.orders", 10);
    private static final int STEPS = 25;

    private static final String BOOKS =
            """
            SELECT l.line, l.state, l.agreed_base, l.confirmed_base, l.shipped_base, l.on_way_base, l.received_base,
                   (SELECT coalesce(sum(s.base_quantity), 0) FROM shipment_line s JOIN shipment h USING (shipment_id)
                     WHERE s.order_number = l.order_number AND s.line = l.line AND h.status <> 'CANCELLED') AS announced,
                   (SELECT coalesce(sum(s.base_quantity), 0) FROM shipment_line s JOIN shipment h USING (shipment_id)
                     WHERE s.order_number = l.order_number AND s.line = l.line
                       AND h.status IN ('ANNOUNCED', 'IN_TRANSIT', 'ARRIVED')) AS coming,
                   (SELECT coalesce(sum(CASE WHEN m.reversal_of IS NULL THEN m.quantity ELSE -m.quantity END), 0) FROM movement m
                     WHERE m.purchase_order_number = l.order_number AND m.purchase_order_line = l.line) AS moved
              FROM purchase_order_line l WHERE l.order_number = :order ORDER BY l.line
            """;

    private static final String DIFFERENCES =
            """
            SELECT count(*) FROM balance b FULL JOIN movement_sum m USING (item_id, plant, location, lot, stock_type)
             WHERE coalesce(b.quantity, 0) <> coalesce(m.quantity, 0)
            """;

    @Inject Jdbi jdbi;

    private final Random random = new Random(4600001);

    private record Line(
            LineState state,
            BigDecimal agreed,
            BigDecimal shipped,
            BigDecimal onTheWay,
            BigDecimal received,
            BigDecimal announced,
            BigDecimal coming,
            BigDecimal moved) {}

    @Test
    void neverLeaveTheBooksInconsistent() {
        Masters.plants();
        var done = 0;
        for (var i = 0; i < ORDERS; i++) {
            var order =
                    ordered("ACME", supplied("ACME", false, false), supplied("ACME", true, false));
            for (var n = 0; n < STEPS; n++) {
                var status = anything(order);
                assertThat(status).isIn(200, 201, 409, 422);
                done += status < 300 ? 1 : 0;
                theBooksAgree(order);
            }
        }
        assertThat(done).isGreaterThan(ORDERS * STEPS / 4);
        assertThat(
                        jdbi.<Integer, RuntimeException>withHandle(handle ->
                                handle.createQuery(DIFFERENCES).mapTo(Integer.class).one()))
                .isZero();
    }

    private int anything(String order) {
        var line = random.nextBoolean() ? 10 : 20;
        return switch (random.nextInt(12)) {
            case 0, 1 -> acknowledge(order, anyAnswer(line)).statusCode();
            case 2, 3 -> decideSomething(order);
            case 4, 5 -> announce(order, shipped(line, quantity(60), lot(line))).statusCode();
            case 6, 7, 8 -> moveOn(order);
            case 9 -> cancelSomething(order);
            case 10 -> takeBack(order);
            default ->
                    random.nextInt(6) > 0
                            ? acknowledge(order, answer(line, "ACCEPT", "")).statusCode()
                            : post("/purchase-orders/" + order + ending(), "{}").statusCode();
        };
    }

    private String anyAnswer(int line) {
        var day = ", 'deliveryOn': '2026-12-%02d'".formatted(2 + random.nextInt(20));
        return switch (random.nextInt(5)) {
            case 0 -> answer(line, "RESCHEDULE", day);
            case 1 -> answer(line, "BACKORDER", day);
            case 2 ->
                    random.nextInt(4) == 0
                            ? answer(line, "REJECT", ", 'reason': 'x'")
                            : answer(line, "ACCEPT", "");
            default ->
                    answer(
                            line,
                            "ACCEPT_WITH_CHANGE",
                            day + ", 'quantity': " + pieces(quantity(120)));
        };
    }

    private int decideSomething(String order) {
        var known = get("/purchase-orders/" + order + "/acknowledgements?limit=200").jsonPath();
        var ids = known.<String>getList("items.acknowledgementId");
        if (ids.isEmpty()) {
            return 409;
        }
        var n = ids.size() - 1;
        var line = known.getInt("items[%d].lines[0].line".formatted(n));
        return decide(
                        order,
                        ids.get(n),
                        "{'line': %d, 'decision': '%s', 'reason': 'x'}"
                                .formatted(line, random.nextInt(3) > 0 ? "ACCEPT" : "REJECT"))
                .statusCode();
    }

    private int moveOn(String order) {
        var shipments = shipments(order, "ANNOUNCED", "IN_TRANSIT", "ARRIVED");
        if (shipments.isEmpty()) {
            return 409;
        }
        var id = shipments.get(random.nextInt(shipments.size()));
        var now = get("/shipments/" + id).jsonPath();
        return switch (now.getString("status")) {
            case "ANNOUNCED" -> status(id, "departures", "{}");
            case "IN_TRANSIT" -> status(id, "arrivals", "{}");
            default -> status(id, "receipts", random.nextBoolean() ? "{}" : counted(now));
        };
    }

    private String counted(JsonPath shipment) {
        return "{'lines': [{'line': %d, 'quantity': %s}]}"
                .formatted(shipment.getInt("lines[0].line"), pieces(quantity(70)));
    }

    private int cancelSomething(String order) {
        var shipments = shipments(order, "ANNOUNCED", "IN_TRANSIT");
        return shipments.isEmpty()
                ? 409
                : status(shipments.getFirst(), "cancellations", "{'reason': 'lost'}");
    }

    private int takeBack(String order) {
        var movements =
                get("/movements?purchaseOrderNumber=" + order)
                        .jsonPath()
                        .<String>getList("items.movementId");
        return movements.isEmpty()
                ? 409
                : post("/movements/" + movements.getLast() + "/reversals", "{}").statusCode();
    }

    private List<String> shipments(String order, String... states) {
        var all = new ArrayList<String>();
        for (var state : states) {
            all.addAll(
                    get("/shipments?orderNumber=" + order + "&status=" + state)
                            .jsonPath()
                            .<String>getList("items.shipmentId"));
        }
        return all;
    }

    private static int status(String id, String step, String body) {
        return step(id, step, body).extract().statusCode();
    }

    private String ending() {
        return random.nextBoolean() ? "/cancellations" : "/closures";
    }

    private String quantity(int most) {
        return Integer.toString(1 + random.nextInt(most));
    }

    private String lot(int line) {
        return line == 20 ? ", 'lot': 'L-%d'".formatted(random.nextInt(3)) : "";
    }

    private void theBooksAgree(String order) {
        var lines =
                jdbi.withHandle(handle ->
                        handle.createQuery(BOOKS)
                                .bind("order", order)
                                .map((row, _) ->
                                        new Line(
                                                LineState.valueOf(row.getString("state")),
                                                row.getBigDecimal("agreed_base"),
                                                row.getBigDecimal("shipped_base"),
                                                row.getBigDecimal("on_way_base"),
                                                row.getBigDecimal("received_base"),
                                                row.getBigDecimal("announced"),
                                                row.getBigDecimal("coming"),
                                                row.getBigDecimal("moved")))
                                .list());
        for (var line : lines) {
            assertThat(line.shipped()).isEqualByComparingTo(line.announced());
            assertThat(line.onTheWay()).isEqualByComparingTo(line.coming());
            assertThat(line.received()).isEqualByComparingTo(line.moved());
            assertThat(line.onTheWay().add(line.received()))
                    .isLessThanOrEqualTo(line.agreed().multiply(new BigDecimal("1.1")));
            if (line.state() == LineState.REJECTED || line.state() == LineState.AWAITING_DECISION) {
                assertThat(line.onTheWay()).isEqualByComparingTo("0");
            }
            if (line.state() == LineState.RECEIVED) {
                assertThat(line.received()).isGreaterThanOrEqualTo(line.agreed());
            }
        }
        var status = get("/purchase-orders/" + order).jsonPath().getString("status");
        if (!List.of("CLOSED", "CANCELLED").contains(status)) {
            assertThat(status)
                    .isEqualTo(
                            PurchaseOrder.Status.of(lines.stream().map(Line::state).toList())
                                    .name());
        }
    }
}
