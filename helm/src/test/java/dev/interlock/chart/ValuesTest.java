package dev.interlock.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the chart says to values that cannot be meant.
@OnLinuxAmd64
class ValuesTest {
    @Test
    void passesHelmsStrictLint() {
        var lint = Chart.HELM.lint().strict().call();

        assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> Chart.release().call()).hasMessageContaining("is missing: write");
    }

    @ParameterizedTest
    @CsvSource({
        "tiers.partner-apis.ingress.tlsSecret, tiers.partner-apis.ingress.tlsSecret is missing",
        "tiers.system-apis.targets.qms.url, tiers.system-apis.targets.qms.url is missing",
        "database.url, database.url is missing",
        "keycloak.url, keycloak.url is missing"
    })
    void saysWhatAPlantForgot(String name, String sentence) {
        assertThatThrownBy(() -> Chart.plant(Map.of(name, ""))).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "replicas, 3",
        "tiers.system-apis.replica, 3",
        "tiers.system-apis.replicas, -1",
        "tiers.system-apis.ingress.host, inside.example.com",
        "tiers.system-apis.targets.qms.urll, https://qms.example.com",
        "tiers.process-apis.targets.partner.url, http://plant-partner-apis:8080",
        "tiers.system-apis.settings.quarkus\\.datasource\\.password, x",
        "tiers.system-apis.settings.JAVA_OPTS, x",
        "keycloak.url, login.example.com",
        "image.pullPolicy, Sometimes"
    })
    void refusesWhatItDoesNotKnow(String name, String value) {
        Object given = value.matches("-?\\d+") ? Integer.valueOf(value) : value;

        assertThatThrownBy(() -> Chart.plant(Map.of(name, given)))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }
}
