package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;

/// What ERP, MES, warehouse and reservations say of an order, each asked itself.
record Standing(String erp, String mes, String warehouse, int reserved) {
    private static final String NOTHING = "nothing";
    private static final List<String> UNSTAGED = List.of(NOTHING, "CANCELLED");

    static Standing of(Gateway gateway, String order) {
        return new Standing(
                field(gateway, "production-orders/" + order, "lifecycle"),
                field(gateway, "job-orders/" + order, "state"),
                field(gateway, "staging-requests/" + order, "status"),
                (int) reservations(gateway, order).stream().filter("OPEN"::equals).count());
    }

    private static List<String> reservations(Gateway gateway, String order) {
        return gateway.system("integration-tests")
                .get("/system/v1/reservations?orderNumber=" + order)
                .jsonPath()
                .getList("items.status");
    }

    private static String field(Gateway gateway, String path, String field) {
        Response answer = gateway.system("integration-tests").get("/system/v1/" + path);
        if (answer.statusCode() == 404) {
            return NOTHING;
        }
        assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isEqualTo(200);
        return String.valueOf(answer.jsonPath().getString(field));
    }

    boolean isEverywhere() {
        return erp.equals("RELEASED")
                && mes.equals("ALLOWED_TO_START")
                && warehouse.equals("REQUESTED")
                && reserved == 1;
    }

    boolean isNowhere() {
        return erp.equals("CREATED")
                && mes.equals(NOTHING)
                && UNSTAGED.contains(warehouse)
                && reserved == 0;
    }

    /// What the release says of itself is what the systems say.
    static void agrees(Gateway gateway, WorkOrder order, String release) {
        JsonPath told = order.releaseOf(release);
        String status = String.valueOf(told.getString("status"));
        Standing standing = of(gateway, order.number());
        switch (status) {
            case "RELEASED" ->
                    assertThat(standing).as(told.prettify()).matches(Standing::isEverywhere);
            case "REFUSED", "ROLLED_BACK", "UNANSWERED" ->
                    assertThat(standing).as(told.prettify()).matches(Standing::isNowhere);
            default -> toldInTheQueue(gateway, release, status);
        }
        gateway.plant().expectNoEffectKeyTwice(order.number());
    }

    /// A person is told what stands where.
    private static void toldInTheQueue(Gateway gateway, String release, String status) {
        assertThat(status).isIn("RELEASED_WITH_EXCEPTION", "COMPENSATING");
        JsonPath run =
                gateway.process("integration-tests").get("/process/v1/runs/" + release).jsonPath();
        assertThat(run.<String>getList("exceptions.status")).as(run.prettify()).contains("OPEN");
        assertThat(run.getList("standing")).as(run.prettify()).isNotEmpty();
    }
}
