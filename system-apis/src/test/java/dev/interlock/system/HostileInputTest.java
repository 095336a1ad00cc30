package dev.interlock.system;

import static dev.interlock.system.Calls.fresh;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.bomOf;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.orderOf;
import static dev.interlock.system.Masters.workCenter;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Whatever is sent to the item, inventory and order APIs, the answer is a success or a problem
/// document that blames the caller.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class HostileInputTest {
    private static final int BODIES = Integer.getInteger("hostile.requests", 1500);
    private static final int QUERIES = BODIES / 3;

    private final Random random = new Random(4711);
    private final Mutations mutations = new Mutations(random);

    private record Write(String method, String path, String body) {}

    @Test
    void aBodyIsNeverOurFault() {
        Masters.plants();
        var writes = writes();
        for (var i = 0; i < BODIES; i++) {
            var write = writes.get(random.nextInt(writes.size()));
            var body = mutations.of(write.body().replace('\'', '"'));

            var request =
                    given().urlEncodingEnabled(false)
                            .contentType("application/json")
                            .body(body.getBytes(StandardCharsets.UTF_8))
                            .header("Idempotency-Key", UUID.randomUUID().toString());
            if (random.nextInt(3) == 0) {
                request.header(
                        "If-Match", random.nextBoolean() ? "*" : "\"" + random.nextInt(4) + "\"");
            }
            var answer =
                    write.method().equals("PUT")
                            ? request.put(write.path())
                            : request.post(write.path());

            isFair(answer, write.method() + " " + write.path() + " " + body);
        }
    }

    @Test
    void aQueryIsNeverOurFault() {
        Masters.plants();
        var gear = item("GB");
        var paths =
                List.of(
                        "/items?type=%s",
                        "/items?q=%s",
                        "/items?changedSince=%s",
                        "/items?changedSince=2026-01-01T00:00:00Z&cursor=%s",
                        "/items?limit=%s",
                        "/items?plant=%s&usageStatus=%1$s",
                        "/items?cursor=%s",
                        "/items/%s",
                        "/items/%s/revisions",
                        "/items/" + gear + "/bom-explosion?plant=1000&on=%s",
                        "/items/" + gear + "/bom-explosion?plant=1000&quantity=%s",
                        "/items/" + gear + "/bom-explosion?plant=1000&levels=%s",
                        "/items/" + gear + "/bom-explosion?plant=%s",
                        "/items/" + gear + "/where-used?levels=%s",
                        "/work-centers/1000/%s/loads",
                        "/work-centers/1000/X/loads?from=%s",
                        "/cross-references/ITEM/SAP/%s",
                        "/balances?itemId=%s",
                        "/balances?stockType=%s",
                        "/balances?cursor=%s",
                        "/movements?cursor=%s",
                        "/movements/%s",
                        "/movements?orderNumber=%s",
                        "/holds?target=%s&scope=%1$s",
                        "/holds/%s",
                        "/reservations?status=%s",
                        "/reservations/%s",
                        "/production-orders?lifecycle=%s",
                        "/production-orders/%s",
                        "/production-orders?cursor=%s",
                        "/purchase-orders?status=%s",
                        "/purchase-orders/%s",
                        "/purchase-orders/%s/acknowledgements",
                        "/purchase-orders/X/acknowledgements/%s",
                        "/shipments?status=%s&supplierId=%1$s",
                        "/shipments?cursor=%s",
                        "/shipments/%s",
                        "/sales-orders/%s");
        for (var i = 0; i < QUERIES; i++) {
            var path =
                    "/system/v1"
                            + paths.get(random.nextInt(paths.size()))
                                    .formatted(encoded(mutations.value()));

            isFair(given().urlEncodingEnabled(false).get(path), "GET " + path);
        }
    }

    private static void isFair(Response answer, String request) {
        assertThat(answer.statusCode()).as(request).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertThat(answer.contentType()).as(request).startsWith("application/problem+json");
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static List<Write> writes() {
        var gear = item("GB");
        var bearing = item("BR", "EA", true);
        bom(gear, line(10, bearing, "2"));
        var center = workCenter("PT8H");
        var order = order(gear, "5", 3);
        var writes = new ArrayList<Write>();
        put(writes, "/plants/3000", "{'name': 'Graz', 'timeZone': 'Europe/Vienna'}");
        put(writes, "/suppliers/COBALT", "{'name': 'Cobalt', 'status': 'ACTIVE'}");
        put(writes, "/cross-references/ITEM/SAP/1", "{'canonicalId': 'X'}");
        put(
                writes,
                "/items/" + fresh("IT"),
                """
                {'description': 'Shaft', 'type': 'COMPONENT', 'baseUnit': 'EA', 'makeOrBuy': 'MAKE', 'usageStatus': 'ACTIVE', 'batchManaged': true,
                 'serialManaged': false, 'plants': [{'plant': '1000', 'procurement': 'X', 'leadTimeDays': 5, 'minLot': {'value': '10', 'unit': 'EA'}}]}
                """);
        put(
                writes,
                "/items/" + bearing + "/suppliers",
                "{'suppliers': [{'supplierId': 'ACME', 'status': 'APPROVED', 'preferred': true}]}");
        put(
                writes,
                "/items/" + bearing + "/unit-conversions",
                "{'conversions': [{'unit': 'XBX', 'numerator': 12, 'denominator': 1}]}");
        put(
                writes,
                "/items/" + gear + "/revisions/B",
                """
                {'status': 'RELEASED', 'effectivity': {'kind': 'DATE', 'from': '2027-01-01', 'to': '2027-02-01'}, 'changeNumber': 'ECO-1',
                 'attributes': {'a': 1, 'b': 'c'}, 'specificationUrls': ['https://plm.example/1']}
                """);
        put(
                writes,
                "/items/" + gear + "/revisions/A/boms/2000",
                bomOf(
                        line(
                                10,
                                bearing,
                                "2",
                                "EA",
                                ", 'scrapPercent': '2', 'operation': 10, 'effectivity': {'kind':"
                                        + " 'IMMEDIATE'}")));
        put(
                writes,
                "/items/" + gear + "/revisions/A/routings/1000",
                """
                {'status': 'CERTIFIED', 'lotSizeFrom': {'value': '1', 'unit': 'EA'}, 'lotSizeTo': {'value': '9', 'unit': 'EA'},
                 'effectivity': {'kind': 'IMMEDIATE'}, 'operations': [{'number': 10, 'workCenterId': '%s', 'description': 'Grind',
                  'setupTime': 'PT10M', 'runTimePerUnit': 'PT1M', 'inspection': true, 'subcontractorId': 'ACME'}]}
                """
                        .formatted(center));
        put(
                writes,
                "/work-centers/1000/" + center,
                "{'description': 'x', 'status': 'ACTIVE', 'validity': {'from': '2020-01-01', 'to':"
                        + " '2030-01-01'}, 'dailyCapacity': 'PT8H'}");
        post(
                writes,
                "/movements",
                """
                {'type': 'RECEIPT', 'itemId': '%s', 'plant': '1000', 'to': {'location': 'A', 'stockType': 'UNRESTRICTED'}, 'lot': 'L-1',
                 'quantity': {'value': '2', 'unit': 'EA'}, 'reasonCode': 'X'}
                """
                        .formatted(bearing));
        post(
                writes,
                "/availability-checks",
                "{'plant': '1000', 'forOrder': 'X', 'lines': [{'itemId': '%s', 'quantity': {'value': '8', 'unit': 'EA'}, 'requiredOn': '2026-12-01'}]}"
                        .formatted(bearing));
        post(writes, "/reservations", "{'orderNumber': '%s'}".formatted(order));
        post(
                writes,
                "/holds",
                "{'scope': 'LOT', 'target': '%s/L-1', 'reason': 'x', 'effects': {'consume': true, 'pay': false}}"
                        .formatted(bearing));
        post(
                writes,
                "/production-orders",
                orderOf("PO-X", gear, "5", 3).replace("'orderNumber': 'PO-X', ", ""));
        post(writes, "/production-orders/" + order + "/releases", "{'operations': [10]}");
        post(writes, "/production-orders/" + order + "/locks", "{'reason': 'x'}");
        post(writes, "/production-orders/" + order + "/revision-changes", "{'revision': 'A'}");
        post(
                writes,
                "/production-orders/" + order + "/lot-assignments",
                "{'position': 10, 'lots': [{'lot': 'L-1', 'quantity': {'value': '1', 'unit':"
                        + " 'EA'}}]}");
        put(writes, "/sales-orders/" + fresh("SO"), "{'customer': 'Wind AG', 'status': 'OPEN'}");
        post(
                writes,
                "/purchase-orders",
                """
                {'supplierId': 'ACME', 'plant': '1000', 'currency': 'EUR', 'orderedOn': '2026-11-01',
                 'lines': [{'line': 10, 'itemId': '%s', 'quantity': {'value': '100', 'unit': 'EA'}, 'requestedOn': '2026-12-01',
                            'price': {'amount': '3.20', 'currency': 'EUR'}}]}
                """
                        .formatted(bearing));
        purchasing(writes);
        return writes;
    }

    private static void purchasing(List<Write> writes) {
        var item = Purchasing.supplied("ACME", true, true);
        var order = Purchasing.ordered("ACME", item);
        var acknowledgement =
                Purchasing.acknowledge(
                                Purchasing.ordered("ACME", item),
                                Purchasing.answer(10, "RESCHEDULE", ", 'deliveryOn': '2026-12-24'"))
                        .<String>path("acknowledgementId");
        var shipment =
                Purchasing.announce(
                                order,
                                Purchasing.shipped(10, "1", ", 'lot': 'L-1', 'serials': ['S-0']"))
                        .<String>path("shipmentId");
        post(
                writes,
                "/purchase-orders/" + order + "/acknowledgements",
                """
                {'lines': [{'line': 10, 'response': 'ACCEPT_WITH_CHANGE', 'quantity': {'value': '80', 'unit': 'EA'},
                            'deliveryOn': '2026-12-24', 'reason': 'x'}]}
                """);
        post(
                writes,
                "/purchase-orders/" + order + "/acknowledgements/" + acknowledgement + "/decisions",
                "{'decisions': [{'line': 10, 'decision': 'REJECT', 'reason': 'x'}]}");
        post(writes, "/purchase-orders/" + order + "/cancellations", "{'reason': 'x'}");
        post(
                writes,
                "/shipments",
                Purchasing.shipment(
                        order, Purchasing.shipped(10, "1", ", 'lot': 'L-1', 'serials': ['S-1']")));
        post(
                writes,
                "/shipments/" + shipment + "/departures",
                "{'departedAt': '2026-11-20T08:00:00Z', 'expectedAt': '2026-11-21T08:00:00Z',"
                        + " 'carrier': 'DHL'}");
        post(
                writes,
                "/shipments/" + shipment + "/receipts",
                """
                {'location': 'A', 'stockType': 'UNRESTRICTED', 'lines': [{'line': 10, 'quantity': {'value': '1', 'unit': 'EA'}, 'lot': 'L-1'}]}
                """);
    }

    private static void put(List<Write> writes, String path, String body) {
        writes.add(new Write("PUT", "/system/v1" + path, body));
    }

    private static void post(List<Write> writes, String path, String body) {
        writes.add(new Write("POST", "/system/v1" + path, body));
    }
}
