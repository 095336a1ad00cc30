package dev.interlock.system;

import static dev.interlock.system.Calls.post;

import io.restassured.response.Response;
import java.util.UUID;

/// A shift at the machines: what it reports of orders.
public final class Shift {
    private Shift() {}

    public static Response confirm(String order, int operation, int yield, int scrap) {
        return confirm(order, report(operation, yield, scrap, false));
    }

    public static Response end(String order, int operation, int yield, int scrap) {
        return confirm(order, report(operation, yield, scrap, true));
    }

    public static Response confirm(String order, String report) {
        return post("/production-orders/" + order + "/confirmations", report);
    }

    public static String report(int operation, int yield, int scrap, boolean last) {
        return """
        {'operation': %d, 'yield': {'value': '%d', 'unit': 'EA'}, 'scrap': {'value': '%d', 'unit': 'EA'}%s, 'final': %s,
         'startedAt': '2026-01-05T06:00:00Z', 'endedAt': '2026-01-05T14:00:00Z', 'externalId': '%s'}
        """
                .formatted(
                        operation,
                        yield,
                        scrap,
                        scrap == 0 ? "" : ", 'reasonCode': 'CRACK'",
                        last,
                        UUID.randomUUID());
    }
}
