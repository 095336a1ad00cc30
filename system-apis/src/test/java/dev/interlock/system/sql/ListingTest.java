package dev.interlock.system.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ListingTest {
    @Inject Jdbi jdbi;

    @Test
    void aListIsPlannedForWhatIsAskedAndNothingElseIs() {
        assertThat(Listing.of(jdbi, ListingTest::planning)).isEqualTo("force_custom_plan");
        assertThat(jdbi.withHandle(ListingTest::planning)).isEqualTo("force_generic_plan");
    }

    @Test
    void aListThatFailsLeavesTheConnectionAsItWas() {
        assertThatThrownBy(() -> Listing.of(jdbi, handle -> handle.execute("SELECT 1 / 0")))
                .hasMessageContaining("division by zero");

        assertThat(jdbi.withHandle(ListingTest::planning)).isEqualTo("force_generic_plan");
    }

    private static String planning(Handle handle) {
        return handle.createQuery("SHOW plan_cache_mode").mapTo(String.class).one();
    }
}
