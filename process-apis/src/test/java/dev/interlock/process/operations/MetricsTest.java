package dev.interlock.process.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class MetricsTest extends Workbench {
    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void showWhatAnAlertNeeds() throws Exception {
        start("rehearsal", "item:measured", Set.of());
        below.next("/left", Mood.REFUSES);
        start("rehearsal", "item:waiting", Set.of());

        awaitMoreThanNought("interlock_exceptions_open{cause=\"FUNCTIONAL\"}");

        assertThat(value("interlock_runs_total{outcome=\"SUCCEEDED\",process=\"rehearsal\"}"))
                .isPositive();
        assertThat(value("interlock_runs_total{outcome=\"UNANSWERED\",process=\"release\"}"))
                .isZero();
        assertThat(value("interlock_run_oldest_open_seconds{process=\"rehearsal\"}")).isPositive();
        assertThat(value("interlock_run_oldest_open_seconds{process=\"eco\"}")).isZero();
        assertThat(value("interlock_exception_oldest_seconds{cause=\"FUNCTIONAL\"}")).isPositive();
        assertThat(value("interlock_exceptions_open{cause=\"DEFECT\"}")).isNotNegative();
        assertThat(value("interlock_outbox_lag_seconds")).isNotNegative();
        assertThat(value("interlock_target_circuit{plant=\"all\",system=\"ERP\"}")).isZero();
        assertThat(value("interlock_target_arrival_seconds_count{target=\"LEFT\"}")).isPositive();
    }

    private void awaitMoreThanNought(String name) throws InterruptedException {
        var until = Instant.now().plusSeconds(15);
        while (value(name) <= 0 && Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(value(name)).isPositive();
    }

    private double value(String name) {
        var page = given().get(metrics).asString();
        var line = Pattern.compile("(?m)^" + Pattern.quote(name) + "\\S* (\\S+)$").matcher(page);
        return line.find() ? Double.parseDouble(line.group(1)) : -1;
    }
}
