package dev.interlock.system;

import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.release;
import static dev.interlock.system.Masters.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class ErpEventsTest {
    @Inject Jdbi jdbi;

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void anOrdersFactsAreToldInOrderWithItsWholeNewState() {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "2"));
        stock(ring, "50");
        var order = order(gear, "5", 3);
        var reservation =
                Calls.post("/reservations", "{'orderNumber': '%s'}".formatted(order))
                        .<String>path("reservationId");
        release(order);
        Calls.post("/reservations/" + reservation + "/cancellations", "{}");

        assertThat(told("order/" + order, "type"))
                .containsExactly(
                        "erp.production-order.created",
                        "erp.reservation.made",
                        "erp.production-order.released",
                        "erp.reservation.cancelled");
        assertThat(told("order/" + order, "data ->> 'lifecycle'")).contains("CREATED", "RELEASED");
        assertThat(told("order/" + order, "data -> 'components' -> 0 ->> 'itemId'")).contains(ring);
    }

    @Test
    void sayingAgainWhatStandsIsNoFact() {
        var gear = item("GB");

        Calls.put("/items/" + gear + "/revisions/A", Masters.RELEASED).then().statusCode(200);

        assertThat(told("revision/" + gear + "/A", "type")).containsExactly("erp.revision.changed");
        assertThat(told("item/" + gear, "type")).containsExactly("erp.item.changed");
    }

    @Test
    void aRefusedMovementIsNoFact() {
        var ring = item("GR");
        stock(ring, "5");

        Masters.move(
                "ISSUE",
                ring,
                "'from': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                "6",
                "");

        assertThat(told("stock/" + ring + "/1000", "type")).containsExactly("erp.inventory.moved");
    }

    @Test
    void movementsToldAgainGiveTheSameBalances() {
        var ring = item("GR");
        stock(ring, "50");
        Masters.move(
                "ISSUE",
                ring,
                "'from': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                "8",
                "");
        Masters.move(
                "TRANSFER",
                ring,
                "'from': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}, 'to': {'location':"
                        + " 'SIDE', 'stockType': 'UNRESTRICTED'}",
                "7",
                "");

        var replayed =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        SELECT sum(CASE WHEN data #>> '{to,location}' = 'MAIN' THEN (data #>> '{quantity,value}')::numeric ELSE 0 END
                                                 - CASE WHEN data #>> '{from,location}' = 'MAIN' THEN (data #>> '{quantity,value}')::numeric ELSE 0 END)
                                          FROM outbox WHERE ordering_key = :key
                                        """)
                                .bind("key", "stock/" + ring + "/1000")
                                .mapTo(BigDecimal.class)
                                .one());

        assertThat(replayed).isEqualByComparingTo("35");
    }

    private List<String> told(String key, String what) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT coalesce("
                                        + what
                                        + ", '') FROM outbox WHERE ordering_key = :key ORDER BY"
                                        + " sequence")
                        .bind("key", key)
                        .mapTo(String.class)
                        .list());
    }
}
