package dev.interlock.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Who can reach whom.
@OnLinuxAmd64
class ReachTest {
    private final Manifests plant = Chart.plant();

    @Test
    void letsCallsGoDownOnly() {
        assertThat(callers("system-apis"))
                .containsExactlyInAnyOrder("process-apis", "partner-apis", "portal");
        assertThat(callers("process-apis")).containsExactlyInAnyOrder("partner-apis", "portal");
        assertThat(callers("partner-apis")).containsExactly("portal");
        assertThat(callers("portal")).isEmpty();
    }

    @Test
    void letsNobodyCallWithoutBeingNamed() {
        for (var policy : plant.every(NetworkPolicy.class)) {
            assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress");
            assertThat(policy.getSpec().getIngress())
                    .allSatisfy(rule -> {
                        assertThat(rule.getFrom()).isNotEmpty();
                        assertThat(rule.getPorts()).hasSize(1);
                    });
        }
    }

    @Test
    void letsInTheCallersThatAPlantNames() {
        assertThat(namespaces("process-apis")).containsExactlyInAnyOrder("plm", "monitoring");
        assertThat(namespaces("system-apis")).containsExactly("monitoring");
        assertThat(namespaces("partner-apis"))
                .containsExactlyInAnyOrder("ingress-nginx", "monitoring");
    }

    @Test
    void showsOnlyThePartnerTierAndThePortalOutsideAndOnlyEncrypted() {
        assertThat(plant.names(Ingress.class))
                .containsExactlyInAnyOrder("plant-partner-apis", "plant-portal");
        for (var ingress : plant.every(Ingress.class)) {
            var hosts = ingress.getSpec().getRules().stream().map(rule -> rule.getHost()).toList();
            assertThat(ingress.getSpec().getTls())
                    .singleElement()
                    .satisfies(tls -> assertThat(tls.getHosts()).isEqualTo(hosts));
        }
    }

    @Test
    void showsNothingOutsideUntilAHostIsGiven() {
        var closed =
                Chart.plant(
                        Map.of(
                                "tiers.partner-apis.ingress.host", "",
                                "tiers.portal.ingress.host", ""));

        assertThat(closed.every(Ingress.class)).isEmpty();
        assertThat(closed.one(NetworkPolicy.class, "plant-portal").getSpec().getIngress())
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.getPorts().getFirst().getPort().getStrVal())
                                .isEqualTo("management"));
    }

    private Set<String> callers(String tier) {
        return peers(tier).stream()
                .filter(peer -> peer.getPodSelector() != null)
                .map(peer -> peer.getPodSelector().getMatchLabels())
                .map(labels -> labels.get("app.kubernetes.io/component"))
                .collect(Collectors.toSet());
    }

    private Set<String> namespaces(String tier) {
        return peers(tier).stream()
                .filter(peer -> peer.getNamespaceSelector() != null)
                .map(peer -> peer.getNamespaceSelector().getMatchLabels())
                .map(labels -> labels.get("kubernetes.io/metadata.name"))
                .collect(Collectors.toSet());
    }

    private Set<NetworkPolicyPeer> peers(String tier) {
        return plant.one(NetworkPolicy.class, "plant-" + tier).getSpec().getIngress().stream()
                .flatMap(rule -> rule.getFrom().stream())
                .collect(Collectors.toSet());
    }
}
