package dev.interlock.system.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.interlock.system.AsPartnerTier;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// A connection that is given back when the request that took it is long answered.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsPartnerTier
@SuppressWarnings("NullAway.Init")
class KeptConnectionTest {
    @Inject Forgetful forgetful;
    @Inject Jdbi pool;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int most;

    @Test
    void isEverybodysAgainForWhoeverTakesItNext() throws SQLException {
        given().header("Interlock-Supplier", "ACME")
                .accept(ContentType.TEXT)
                .get("/system/v1/forgetful")
                .then()
                .statusCode(200)
                .body(equalTo("ACME"));
        var process = forgetful.process();

        forgetful.giveBack();

        assertThat(whoseIs(process)).isEqualTo("*");
    }

    /// Takes connections until it has that one.
    private String whoseIs(int process) {
        List<Handle> taken = new ArrayList<>();
        try {
            while (taken.size() < most) {
                var handle = pool.open();
                taken.add(handle);
                if (process
                        == handle.createQuery("SELECT pg_backend_pid()")
                                .mapTo(Integer.class)
                                .one()) {
                    return Forgetful.whose(handle.getConnection());
                }
            }
        } finally {
            taken.forEach(Handle::close);
        }
        throw new AssertionError("the pool has lost the connection");
    }
}
