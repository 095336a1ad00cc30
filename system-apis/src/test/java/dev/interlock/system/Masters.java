package dev.interlock.system;

import static dev.interlock.system.Calls.put;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/// Masters that many tests need, through the same API as everybody's.
public final class Masters {
    public static final String RELEASED =
            "{'status': 'RELEASED', 'effectivity': {'kind': 'DATE', 'from': '2020-01-01'}}";

    private Masters() {}

    public static void plants() {
        put("/plants/1000", "{'name': 'Ulm', 'timeZone': 'Europe/Berlin'}");
        put("/plants/2000", "{'name': 'Brno', 'timeZone': 'Europe/Prague'}");
        put("/suppliers/ACME", "{'name': 'Acme', 'status': 'ACTIVE'}");
        put("/suppliers/BOREALIS", "{'name': 'Borealis', 'status': 'ACTIVE'}");
    }

    /// An item in both plants, counted in pieces, not in batches, with revision A released long
    /// ago.
    public static String item(String prefix) {
        return item(prefix, "EA", false);
    }

    public static String item(String prefix, String unit, boolean batchManaged) {
        var id = Calls.fresh(prefix);
        put(
                        "/items/" + id,
                        """
                        {'description': '%s', 'type': 'COMPONENT', 'baseUnit': '%s', 'makeOrBuy': 'BUY', 'usageStatus': 'ACTIVE',
                         'batchManaged': %s, 'serialManaged': false,
                         'plants': [{'plant': '1000', 'supplyLocation': 'MAIN'}, {'plant': '2000'}]}
                        """
                                .formatted(id, unit, batchManaged))
                .then()
                .statusCode(201);
        put("/items/" + id + "/revisions/A", RELEASED).then().statusCode(201);
        return id;
    }

    public static String workCenter(String dailyCapacity) {
        var id = Calls.fresh("WC");
        put(
                        "/work-centers/1000/" + id,
                        """
                        {'description': 'Grinding', 'status': 'ACTIVE', 'validity': {'from': '2020-01-01'}, 'dailyCapacity': '%s'}
                        """
                                .formatted(dailyCapacity))
                .then()
                .statusCode(201);
        return id;
    }

    /// A certified BOM of revision A in plant 1000, for one piece.
    public static void bom(String parent, String lines) {
        put("/items/" + parent + "/revisions/A/boms/1000", bomOf(lines)).then().statusCode(201);
    }

    public static String bomOf(String lines) {
        return """
        {'usage': 'PRODUCTION', 'status': 'CERTIFIED', 'baseQuantity': {'value': '1', 'unit': 'EA'},
         'effectivity': {'kind': 'IMMEDIATE'}, 'lines': [%s]}
        """
                .formatted(lines);
    }

    public static String line(int position, String component, String quantity) {
        return line(position, component, quantity, "EA", "");
    }

    /// `more` are further members, each after a comma.
    public static String line(
            int position, String component, String quantity, String unit, String more) {
        return "{'position': %d, 'componentId': '%s', 'quantity': {'value': '%s', 'unit': '%s'}%s}"
                .formatted(position, component, quantity, unit, more);
    }

    /// Finds so much of an item in plant 1000, free for use.
    public static void stock(String item, String quantity) {
        move(
                        "ADJUSTMENT",
                        item,
                        "'to': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                        quantity,
                        "'reasonCode': 'FOUND'")
                .then()
                .statusCode(201);
    }

    /// `places` are from and to, `more` are further members.
    public static Response move(
            String type, String item, String places, String quantity, String more) {
        return Calls.post(
                "/movements",
                "{'type': '%s', 'itemId': '%s', 'plant': '1000', %s, 'quantity': {'value': '%s', 'unit': 'EA'}%s}"
                        .formatted(
                                type, item, places, quantity, more.isEmpty() ? "" : ", " + more));
    }

    /// An order at revision A in plant 1000, today plus so many days.
    public static String order(String item, String quantity, int inDays) {
        var number = Calls.fresh("PO");
        Calls.post("/production-orders", orderOf(number, item, quantity, inDays))
                .then()
                .statusCode(201);
        return number;
    }

    public static String orderOf(String number, String item, String quantity, int inDays) {
        var start = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(inDays);
        return """
        {'orderNumber': '%s', 'orderType': 'STANDARD', 'plant': '1000', 'itemId': '%s', 'revision': 'A',
         'quantity': {'value': '%s', 'unit': 'EA'}, 'plannedStart': '%s', 'plannedEnd': '%s', 'settlementRule': 'MATERIAL_100'}
        """
                .formatted(number, item, quantity, start, start.plusDays(2));
    }

    /// Operations 10 and 20 in plant 1000, each as long.
    public static void routing(String item, String center, String setup, String run) {
        routing(
                item,
                operation(10, center, setup, run, "")
                        + ","
                        + operation(20, center, setup, run, ""));
    }

    public static void routing(String item, String operations) {
        put(
                        "/items/" + item + "/revisions/A/routings/1000",
                        "{'status': 'CERTIFIED', 'effectivity': {'kind': 'IMMEDIATE'}, 'operations': [%s]}"
                                .formatted(operations))
                .then()
                .statusCode(201);
    }

    /// `more` are further members, each after a comma.
    public static String operation(
            int number, String center, String setup, String run, String more) {
        return "{'number': %d, 'workCenterId': '%s', 'description': 'Step', 'setupTime': '%s', 'runTimePerUnit': '%s'%s}"
                .formatted(number, center, setup, run, more);
    }

    public static String etag(String path) {
        return Calls.get(path).header("ETag");
    }

    /// Releases an order at the version that stands.
    public static void release(String order) {
        var path = "/production-orders/" + order;
        Calls.post(path + "/releases", "{}", UUID.randomUUID().toString(), etag(path))
                .then()
                .statusCode(200);
    }
}
