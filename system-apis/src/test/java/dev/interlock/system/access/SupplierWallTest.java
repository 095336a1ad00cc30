package dev.interlock.system.access;

import static dev.interlock.system.Purchasing.ordered;
import static dev.interlock.system.Purchasing.supplied;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two walls stand around a supplier's share: every query asks for it, and the database gives
/// nothing else. Here the first is taken away.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
@SuppressWarnings("NullAway.Init")
class SupplierWallTest {
    /// Named by a supplier, and everybody's: whom there is, who may deliver what, whose a lot is.
    private static final List<String> OPEN =
            List.of("supplier", "item_supplier", "lot", "movement");

    @Inject Jdbi pool;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @BeforeEach
    void bothHaveOrders() {
        Masters.plants();
        ordered("ACME", supplied("ACME", false, false));
        ordered("BOREALIS", supplied("BOREALIS", false, false));
    }

    @Test
    void aConnectionThatNobodyToldSeesNoSuppliersRows() {
        try (var handle = untold()) {
            for (var table : walled(handle)) {
                assertThat(rows(handle, table)).as(table).isZero();
            }
        }
    }

    @Test
    void aConnectionForASupplierSeesThatSuppliersRowsWhateverTheQuery() {
        try (var handle = untold()) {
            handle.execute("SELECT set_config('interlock.supplier', 'ACME', false)");

            assertThat(
                            handle.createQuery(
                                            """
                                            SELECT supplier_id FROM purchase_order
                                            UNION SELECT supplier_id FROM purchase_order_line
                                            """)
                                    .mapTo(String.class)
                                    .list())
                    .containsExactly("ACME");
        }
    }

    @Test
    void aSupplierWritesNoRowOfAnother() {
        try (var handle = untold()) {
            handle.execute("SELECT set_config('interlock.supplier', 'ACME', false)");

            assertThat(
                            handle.execute(
                                    "UPDATE purchase_order SET currency = 'USD' WHERE supplier_id ="
                                            + " 'BOREALIS'"))
                    .isZero();
        }
    }

    @Test
    void everyTableThatNamesASupplierIsWalled() {
        try (var handle = untold()) {
            var named =
                    handle.createQuery(
                                    """
                                    SELECT c.table_name FROM information_schema.columns c
                                      JOIN information_schema.tables t USING (table_schema, table_name)
                                     WHERE c.table_schema = current_schema AND c.column_name = 'supplier_id'
                                       AND t.table_type = 'BASE TABLE'
                                    """)
                            .mapTo(String.class)
                            .list();

            assertThat(walled(handle))
                    .containsAll(named.stream().filter(t -> !OPEN.contains(t)).toList());
        }
    }

    @Test
    void theTierItselfSeesEverybodysWhenNoPartnerAsks() {
        var seen = pool.withHandle(SupplierWallTest::suppliersWithOrders);

        assertThat(seen).contains("ACME", "BOREALIS");
    }

    private static List<String> suppliersWithOrders(Handle handle) {
        return handle.createQuery("SELECT DISTINCT supplier_id FROM purchase_order")
                .mapTo(String.class)
                .list();
    }

    private Handle untold() {
        return Jdbi.create(url, user, password).open();
    }

    private static List<String> walled(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                         WHERE n.nspname = current_schema AND c.relkind = 'r' AND c.relrowsecurity AND c.relforcerowsecurity
                        """)
                .mapTo(String.class)
                .list();
    }

    private static long rows(Handle handle, String table) {
        return handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one();
    }
}
