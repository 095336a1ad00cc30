package dev.interlock.system;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.move;
import static dev.interlock.system.Masters.operation;
import static dev.interlock.system.Masters.routing;
import static dev.interlock.system.Masters.stock;
import static dev.interlock.system.Masters.workCenter;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who has read every fact knows what the APIs know.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestSecurity(
        user = "erp",
        permissions = {
            "item:read",
            "item:write",
            "inventory:read",
            "inventory:write",
            "order:read",
            "order:write",
            "events:read"
        })
@OidcSecurity(claims = @Claim(key = "azp", value = "erp"))
class FactsReplayTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int STEPS = 500;
    private static final String FREE = "{'location': 'MAIN', 'stockType': 'UNRESTRICTED'}";

    private final Random random = new Random(1_000_003);
    private final List<String> orders = new ArrayList<>();
    private final List<String> movements = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private List<String> products = List.of();
    private List<String> components = List.of();

    @Test
    void theFactsToldAgainGiveTheSameStockAndTheSameOrders() {
        aPlant();
        for (var i = 0; i < STEPS; i++) {
            step(random.nextInt(44));
        }
        assertThat(outcomes)
                .containsKeys(
                        "create 201",
                        "reserve 201",
                        "releases 200",
                        "confirm 201",
                        "confirm 422",
                        "receive 201",
                        "issue 201",
                        "reverse 201",
                        "locks 200",
                        "unlocks 200",
                        "release-reversals 200",
                        "cancellations 200",
                        "technical-completions 200",
                        "closures 200");

        var told = replay();

        for (var order : orders) {
            var now = tree(get("/production-orders/" + order));
            assertThat(told.orders().get(order)).as(order).isEqualTo(ownState(now));
        }
        for (var item : all()) {
            assertThat(told.stock(item)).as(item).isEqualTo(balances(item));
        }
    }

    private void aPlant() {
        Masters.plants();
        var center = workCenter("PT24H");
        components = List.of(item("C1"), item("C2"), item("C3"));
        products = List.of(item("P1"), item("P2"), item("P3"));
        for (var product : products) {
            bom(
                    product,
                    line(10, components.get(0), "2", "EA", ", 'backflush': true")
                            + ","
                            + line(
                                    20,
                                    components.get(1),
                                    "1",
                                    "EA",
                                    ", 'backflush': true, 'operation': 20")
                            + ","
                            + line(30, components.get(2), "3"));
        }
        routing(
                products.get(0),
                operation(10, center, "PT1M", "PT1M", "")
                        + ","
                        + operation(20, center, "PT1M", "PT1M", ", 'inspection': true"));
        routing(products.get(1), operation(20, center, "PT1M", "PT1M", ""));
        components.forEach(component -> stock(component, "60"));
        for (var i = 0; i < 5; i++) {
            create();
        }
    }

    private void step(int kind) {
        var order = orders.get(random.nextInt(orders.size()));
        var forOrder = "'orderNumber': '%s'".formatted(order);
        var component = components.get(random.nextInt(components.size()));
        var quantity = String.valueOf(random.nextInt(1, 9));
        switch (kind) {
            case 0, 1 -> create();
            case 2, 3 -> note("reserve", post("/reservations", "{" + forOrder + "}"));
            case 4, 5, 6 -> release(order, "{}");
            case 7, 8 -> release(order, "{'operations': [20]}");
            case 9 -> command(order, "locks");
            case 10, 11, 12 -> command(order, "unlocks");
            case 13 -> command(order, "release-reversals");
            case 14 -> command(order, "cancellations");
            case 15 -> command(order, "technical-completions");
            case 16, 17 -> command(order, "closures");
            case 18, 19 -> keep(note("issue", issue(component, quantity, forOrder)));
            case 20 -> keep(note("issue", issue(component, quantity, "")));
            case 21 ->
                    keep(note("return", move("RETURN", component, "'to': " + FREE, "1", forOrder)));
            case 22, 23 -> stock(component, "20");
            case 24, 25 -> reverse();
            case 26 ->
                    keep(
                            note(
                                    "receive",
                                    move(
                                            "RECEIPT",
                                            products.get(2),
                                            "'to': " + FREE,
                                            "1",
                                            forOrder)));
            default -> {
                var operation = random.nextBoolean() ? 10 : 20;
                var yield = random.nextInt(4);
                var scrap = random.nextInt(5) == 0 ? 1 : 0;
                note(
                        "confirm",
                        random.nextInt(3) == 0
                                ? Shift.end(order, operation, yield, scrap)
                                : Shift.confirm(order, operation, yield, scrap));
            }
        }
    }

    private void create() {
        var product = products.get(random.nextInt(products.size()));
        orders.add(Masters.order(product, String.valueOf(random.nextInt(1, 6)), random.nextInt(9)));
        outcomes.merge("create 201", 1, Integer::sum);
    }

    private void release(String order, String body) {
        note(
                "releases",
                post(
                        "/production-orders/" + order + "/releases",
                        body,
                        UUID.randomUUID().toString(),
                        "*"));
    }

    private void command(String order, String command) {
        note(command, post("/production-orders/" + order + "/" + command, "{}"));
    }

    private static Response issue(String component, String quantity, String more) {
        return Masters.move("ISSUE", component, "'from': " + FREE, quantity, more);
    }

    private void reverse() {
        if (!movements.isEmpty()) {
            var movement = movements.get(random.nextInt(movements.size()));
            note("reverse", post("/movements/" + movement + "/reversals", "{}"));
        }
    }

    private void keep(Response answer) {
        if (answer.statusCode() == 201) {
            movements.add(answer.path("movementId"));
        }
    }

    private Response note(String what, Response answer) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.asString()).isLessThan(500);
        outcomes.merge(what + " " + answer.statusCode(), 1, Integer::sum);
        return answer;
    }

    private record Told(Map<String, JsonNode> orders, Map<String, Map<String, BigDecimal>> items) {
        Map<String, BigDecimal> stock(String item) {
            var stock = new TreeMap<>(items.getOrDefault(item, Map.of()));
            stock.values().removeIf(quantity -> quantity.signum() == 0);
            return stock;
        }
    }

    private Told replay() {
        var told = new Told(new HashMap<>(), new HashMap<>());
        var sequences = new HashMap<String, Long>();
        var cursor = "";
        for (var page = events(cursor); !page.get("items").isEmpty(); page = events(cursor)) {
            for (var event : page.get("items")) {
                var key = event.get("partitionkey").asText();
                var sequence = event.get("sequence").asLong();
                assertThat(sequence).as(key).isEqualTo(sequences.merge(key, 1L, Long::sum));
                hear(told, event.get("type").asText(), event.get("data"));
            }
            cursor = "&cursor=" + page.get("nextCursor").asText();
        }
        return told;
    }

    private void hear(Told told, String type, JsonNode data) {
        if (type.startsWith("erp.production-order.") && data.has("orderNumber")) {
            told.orders().put(data.get("orderNumber").asText(), ownState(data));
        }
        if (type.equals("erp.inventory.moved")) {
            var stock =
                    told.items().computeIfAbsent(data.get("itemId").asText(), _ -> new TreeMap<>());
            var quantity = new BigDecimal(data.get("quantity").get("value").asText());
            if (data.has("to")) {
                stock.merge(place(data.get("to")), quantity, BigDecimal::add);
            }
            if (data.has("from")) {
                stock.merge(place(data.get("from")), quantity.negate(), BigDecimal::add);
            }
        }
    }

    /// Without what reservations and looks at the stock say of it.
    private static JsonNode ownState(JsonNode order) {
        var own = (ObjectNode) order.deepCopy();
        var locked = false;
        for (var flag : own.withArray("flags")) {
            locked |= flag.asText().equals("LOCKED");
        }
        own.put("flags", locked);
        own.withArray("components").forEach(part -> ((ObjectNode) part).remove("reservationId"));
        return own;
    }

    private static Map<String, BigDecimal> balances(String item) {
        var balances = new TreeMap<String, BigDecimal>();
        for (var balance : tree(get("/balances?limit=200&itemId=" + item)).get("items")) {
            balances.put(
                    place(balance), new BigDecimal(balance.get("quantity").get("value").asText()));
        }
        return balances;
    }

    private static String place(JsonNode place) {
        return place.get("location").asText() + " " + place.get("stockType").asText();
    }

    private List<String> all() {
        var all = new ArrayList<>(products);
        all.addAll(components);
        return all;
    }

    private static JsonNode events(String cursor) {
        return tree(get("/events?limit=200" + cursor));
    }

    private static JsonNode tree(Response answer) {
        try {
            return MAPPER.readTree(answer.then().statusCode(200).extract().asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
