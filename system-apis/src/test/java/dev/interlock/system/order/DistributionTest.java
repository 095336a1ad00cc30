package dev.interlock.system.order;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.json;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.operation;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.release;
import static dev.interlock.system.Masters.routing;
import static dev.interlock.system.Masters.workCenter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.interlock.system.Calls;
import dev.interlock.system.Masters;
import dev.interlock.system.PlantForTests;
import dev.interlock.system.PostgresForTests;
import dev.interlock.system.Shift;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Orders that a MES has.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(PlantForTests.class)
@TestSecurity(
        user = "process-apis",
        permissions = {
            "item:read",
            "item:write",
            "inventory:read",
            "inventory:write",
            "order:read",
            "order:write",
            "shopfloor:read",
            "shopfloor:write",
            "events:read"
        })
@OidcSecurity(claims = @Claim(key = "azp", value = "process-apis"))
class DistributionTest {
    private String gear = "";

    @BeforeEach
    void anItemThatTheMesKnows() {
        Masters.plants();
        gear = item("GB");
        routing(gear, operation(10, workCenter("PT16H"), "PT1M", "PT1M", ""));
        Calls.put(
                        "/shopfloor-masters/1000/" + gear + "/A",
                        "{'description': 'gearbox', 'unit': 'EA', 'bom': [], 'operations': []}")
                .then()
                .statusCode(201);
    }

    @Test
    void showThatTheMesHasThemUntilTheirJobOrderIsTakenBack() {
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;
        get(path).then().body("flags", not(hasItem("DISTRIBUTED_TO_MES")));

        store(order);
        get(path).then().body("flags", hasItem("DISTRIBUTED_TO_MES")).header("ETag", "\"1\"");
        post("/job-orders/" + order + "/revocations", "{}").then().statusCode(204);

        get(path).then().body("flags", not(hasItem("DISTRIBUTED_TO_MES")));
        assertThat(told("erp.production-order.changed", order)).hasSize(2);
    }

    @Test
    void areNotTakenBackWhileTheMesMayStartThem() {
        var order = order(gear, "5", 3);
        var reversal = "/production-orders/" + order + "/release-reversals";
        store(order);
        release(order);

        post(reversal, "{}")
                .then()
                .statusCode(409)
                .body("code", is("wrong-state"))
                .body("state", is("DISTRIBUTED_TO_MES"))
                .body("detail", containsString("revoke the job order first"));
        get("/production-orders/" + order).then().body("lifecycle", is("RELEASED"));
        post("/job-orders/" + order + "/revocations", "{}").then().statusCode(204);

        post(reversal, "{}").then().statusCode(200).body("lifecycle", is("CREATED"));
    }

    @Test
    void endTheirJobWithTheirLastOperation() {
        var order = order(gear, "5", 3);
        store(order);
        release(order);

        Shift.confirm(order, 10, 2, 0).then().statusCode(201);
        assertThat(told("mes.job-order.ended", order)).isEmpty();
        Shift.end(order, 10, 3, 0).then().statusCode(201);

        assertThat(told("mes.job-order.ended", order)).hasSize(1);
        assertThat(told("mes.operation.confirmed", order)).hasSize(2);
        assertThat(told("erp.production-order.confirmed", order)).hasSize(2);
    }

    private void store(String order) {
        json("{'plant': '1000', 'itemId': '%s', 'revision': 'A', 'quantity': {'value': '5', 'unit': 'EA'}, 'plannedStart': '2026-12-01', 'plannedEnd': '2026-12-02'}"
                        .formatted(gear))
                .header("Idempotency-Key", Calls.fresh("a-run-of-ours") + ".store")
                .put("/system/v1/job-orders/" + order)
                .then()
                .statusCode(201);
    }

    private static List<String> told(String type, String order) {
        return get("/events?limit=200&types=" + type)
                .jsonPath()
                .getList("items.findAll { it.data.orderNumber == '" + order + "' }.id");
    }
}
