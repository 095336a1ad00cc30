package dev.interlock.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a cluster with the Prometheus operator gets.
@OnLinuxAmd64
class MonitoringTest {
    private static final Pattern METRIC = Pattern.compile("interlock_[a-z_]+?(?=_bucket|[^a-z_])");

    @Test
    void nothingIsMonitoredWithoutBeingAskedFor() {
        assertThat(rendered(false)).doesNotContain("monitoring.coreos.com");
    }

    @Test
    void theMetricsOfEveryTierAreRead() {
        assertThat(rendered(true))
                .contains("kind: PodMonitor", "port: management", "path: /q/metrics")
                .contains("release: prometheus");
    }

    /// The alerts are those that the handbook names, of the metrics that it explains.
    @Test
    void everyMetricHasItsAlert() throws IOException {
        var handbook = Files.readString(Path.of("../docs/operations.md"));

        assertThat(metrics(rules())).isNotEmpty().isEqualTo(metrics(handbook));
    }

    @Test
    void anAlertSpeaksOfThisReleaseOnly() {
        assertThat(rules())
                .contains(
                        "interlock_runs_total{namespace=\"line-1\","
                                + " outcome=~\"UNDONE|UNANSWERED\"}[15m]",
                        "interlock_target_circuit{namespace=\"line-1\"}")
                .contains("Runs of {{ $labels.process }} fail");
    }

    private static String rules() {
        var rendered = rendered(true);
        return rendered.substring(rendered.indexOf("kind: PrometheusRule"));
    }

    private static String rendered(boolean monitored) {
        return Chart.release()
                .withNamespace("line-1")
                .withValuesFile(Path.of("src/test/resources/plant.yaml"))
                .set("monitoring.enabled", monitored)
                .set("monitoring.labels.release", "prometheus")
                .call();
    }

    private static Set<String> metrics(String text) {
        Set<String> metrics = new TreeSet<>();
        METRIC.matcher(text).results().forEach(found -> metrics.add(found.group()));
        return metrics;
    }
}
