package dev.interlock.system.inventory;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Calls.put;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.move;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.release;
import static dev.interlock.system.Masters.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class StockTest {
    private static final String FREE = "{'location': 'MAIN', 'stockType': 'UNRESTRICTED'}";
    private static final String INSPECTED =
            "{'location': 'MAIN', 'stockType': 'QUALITY_INSPECTION'}";

    @Inject Jdbi jdbi;

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void isTheSumOfItsMovements() {
        var bolt = item("BT");
        put(
                "/items/" + bolt + "/unit-conversions",
                "{'conversions': [{'unit': 'XBX', 'numerator': 12, 'denominator': 1}]}");

        post(
                        "/movements",
                        "{'type': 'RECEIPT', 'itemId': '%s', 'plant': '1000', 'to': %s, 'quantity': {'value': '2', 'unit': 'XBX'}}"
                                .formatted(bolt, INSPECTED))
                .then()
                .statusCode(201)
                .body("quantity.value", is("24"))
                .body("quantity.unit", is("EA"));
        move("STOCK_TYPE_CHANGE", bolt, "'from': " + INSPECTED + ", 'to': " + FREE, "20", "")
                .then()
                .statusCode(201);
        move("ISSUE", bolt, "'from': " + FREE, "5", "").then().statusCode(201);
        move("SCRAP", bolt, "'from': " + INSPECTED, "4", "'reasonCode': 'CRACK'")
                .then()
                .statusCode(201);

        get("/balances?itemId=" + bolt)
                .then()
                .statusCode(200)
                .body("items.stockType", contains("UNRESTRICTED"))
                .body("items[0].quantity.value", is("15"))
                .body("items[0].reserved.value", is("0"));
        get("/movements?itemId=" + bolt)
                .then()
                .body("items.type", contains("SCRAP", "ISSUE", "STOCK_TYPE_CHANGE", "RECEIPT"));
        balancesAreSums();
    }

    @Test
    void isNeverNegative() {
        var bolt = item("BT");
        stock(bolt, "3");

        move("ISSUE", bolt, "'from': " + FREE, "4", "")
                .then()
                .statusCode(422)
                .body("code", is("insufficient-stock"));

        get("/balances?itemId=" + bolt).then().body("items[0].quantity.value", is("3"));
        get("/movements?itemId=" + bolt).then().body("items.type", contains("ADJUSTMENT"));
    }

    @Test
    void isCorrectedByAReversalOnce() {
        var bolt = item("BT");
        stock(bolt, "3");
        var issue = move("ISSUE", bolt, "'from': " + FREE, "2", "").<String>path("movementId");

        post("/movements/" + issue + "/reversals", "{'reasonCode': 'MISTAKE'}")
                .then()
                .statusCode(201)
                .body("reversalOf", is(issue))
                .body("to.location", is("MAIN"));

        get("/balances?itemId=" + bolt).then().body("items[0].quantity.value", is("3"));
        post("/movements/" + issue + "/reversals", "{}")
                .then()
                .statusCode(409)
                .body("state", is("REVERSED"));
        post("/movements/0/reversals", "{}").then().statusCode(404);
        post("/movements/abc/reversals", "{}").then().statusCode(404);
        balancesAreSums();
    }

    @Test
    void isMovedOnlyAsItsTypeAllows() {
        var bolt = item("BT");
        var bearing = item("BR", "EA", true);

        move("ISSUE", bolt, "'from': " + INSPECTED, "1", "")
                .then()
                .statusCode(422)
                .body("violations.code", contains("stock-type"));
        move("RECEIPT", bolt, "'from': " + FREE, "0", "")
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItems("/from", "/to", "/quantity/value"));
        move("RECEIPT", bearing, "'to': " + FREE, "1", "")
                .then()
                .body("violations.code", contains("lot-needed"));
        move("RECEIPT", bolt, "'to': " + FREE, "1", "'lot': 'L-1'")
                .then()
                .body("violations.code", contains("no-lot"));
        move("RECEIPT", bolt, "'to': " + FREE, "0.5", "")
                .then()
                .body("violations.code", contains("whole-number"));
        move("RECEIPT", "NO-SUCH", "'to': " + FREE, "1", "")
                .then()
                .body("violations.code", contains("unknown-item"));
        move("RECEIPT", bolt, "'to': " + FREE, "1", "'orderNumber': 'NO-SUCH'")
                .then()
                .body("violations.pointer", contains("/orderNumber"));
    }

    @Test
    void movementsCannotBeChangedNotEvenInTheDatabase() {
        var bolt = item("BT");
        stock(bolt, "3");

        assertThatThrownBy(() ->
                        jdbi.useHandle(
                                handle -> handle.execute("UPDATE movement SET quantity = 1")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("DELETE FROM movement")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void staysTheSumOverThousandsOfRandomMovements() {
        var bolt = item("BT");
        var random = new Random(4711);
        var places =
                List.of(
                        FREE,
                        INSPECTED,
                        "{'location': 'SIDE', 'stockType': 'UNRESTRICTED'}",
                        "{'location': 'SIDE', 'stockType': 'BLOCKED'}");

        for (var i = 0; i < 300; i++) {
            var from = "'from': " + places.get(random.nextInt(places.size()));
            var to = "'to': " + places.get(random.nextInt(places.size()));
            var quantity = String.valueOf(random.nextInt(1, 40));
            var answer =
                    switch (random.nextInt(5)) {
                        case 0 -> move("RECEIPT", bolt, to, quantity, "");
                        case 1 -> move("ISSUE", bolt, from, quantity, "");
                        case 2 -> move("TRANSFER", bolt, from + ", " + to, quantity, "");
                        case 3 -> move("STOCK_TYPE_CHANGE", bolt, from + ", " + to, quantity, "");
                        default ->
                                move(
                                        "ADJUSTMENT",
                                        bolt,
                                        random.nextBoolean() ? from : to,
                                        quantity,
                                        "'reasonCode': 'COUNT'");
                    };
            assertThat(answer.statusCode()).isIn(201, 422);
            if (answer.statusCode() == 201 && random.nextInt(4) == 0) {
                post("/movements/" + answer.path("movementId") + "/reversals", "{}");
            }
        }

        balancesAreSums();
    }

    @Test
    void leavesToOrdersWhatTheyHaveReservedWhateverOthersTry() {
        var random = new Random(815);
        var gear = item("GB");
        var bolt = item("BT");
        bom(gear, line(10, bolt, "1"));
        stock(bolt, "60");
        var open = new HashMap<String, Integer>();
        for (var i = 0; i < 6; i++) {
            var order = order(gear, "10", 0);
            release(order);
            open.put(order, 0);
        }
        var orders = List.copyOf(open.keySet());

        for (var i = 0; i < 300; i++) {
            var order = orders.get(random.nextInt(orders.size()));
            var quantity = random.nextInt(1, 8);
            var reserved = open.values().stream().mapToInt(Integer::intValue).sum();
            var lies = onHand(bolt);
            switch (random.nextInt(4)) {
                case 0 -> {
                    var made = post("/reservations", "{'orderNumber': '%s'}".formatted(order));
                    if (made.statusCode() == 201) {
                        open.put(order, sum(made, "lines.quantity.value"));
                    }
                }
                case 1 -> {
                    var issued = issue(bolt, quantity, "").statusCode();
                    assertThat(issued).isEqualTo(lies - quantity >= reserved ? 201 : 422);
                }
                case 2 -> {
                    var own = open.getOrDefault(order, 0);
                    var issued =
                            issue(bolt, quantity, "'orderNumber': '%s'".formatted(order))
                                    .statusCode();
                    var fits = quantity <= own || lies - quantity >= reserved - own;
                    assertThat(issued).isEqualTo(lies >= quantity && fits ? 201 : 422);
                    if (issued == 201) {
                        open.put(order, Math.max(0, own - quantity));
                    }
                }
                default -> stock(bolt, String.valueOf(quantity));
            }
            assertThat(onHand(bolt))
                    .isGreaterThanOrEqualTo(
                            open.values().stream().mapToInt(Integer::intValue).sum());
        }

        balancesAreSums();
    }

    private static int onHand(String item) {
        return sum(get("/balances?itemId=" + item), "items.quantity.value");
    }

    private static int sum(Response answer, String path) {
        return answer.jsonPath().<String>getList(path).stream().mapToInt(Integer::parseInt).sum();
    }

    private static Response issue(String item, int quantity, String more) {
        return move("ISSUE", item, "'from': " + FREE, String.valueOf(quantity), more);
    }

    @Test
    void pagesGoOnWhereTheyEnded() {
        var bolt = item("BT");
        for (var place : List.of("A", "B", "C")) {
            move(
                    "RECEIPT",
                    bolt,
                    "'to': {'location': '%s', 'stockType': 'UNRESTRICTED'}".formatted(place),
                    "1",
                    "");
        }

        var first = get("/balances?limit=2&itemId=" + bolt);
        var second =
                get("/balances?limit=2&itemId=" + bolt + "&cursor=" + first.path("nextCursor"));

        first.then().body("items.location", contains("A", "B"));
        second.then().body("items.location", contains("C"));
        get("/balances?plant=2000&itemId=" + bolt).then().body("items", empty());
    }

    private void balancesAreSums() {
        var different =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        SELECT count(*) FROM balance b
                                          FULL JOIN movement_sum s USING (item_id, plant, location, lot, stock_type)
                                         WHERE coalesce(b.quantity, 0) <> coalesce(s.quantity, 0)
                                        """)
                                .mapTo(Long.class)
                                .one());
        assertThat(different).isZero();
    }
}
