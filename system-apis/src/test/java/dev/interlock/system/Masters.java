package dev.interlock.system;

import static dev.interlock.system.Calls.put;

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
}
