package dev.interlock.chart;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnLinuxAmd64
class DeploymentsTest {
    private final Manifests plant = Chart.plant();

    @Test
    void runsThreeTiersAndThePortal() {
        assertThat(plant.names(Deployment.class))
                .containsExactlyInAnyOrder(
                        "plant-system-apis",
                        "plant-process-apis",
                        "plant-partner-apis",
                        "plant-portal")
                .containsExactlyInAnyOrderElementsOf(plant.names(Service.class));
    }

    @Test
    void scalesEachTierByItself() {
        assertThat(plant.every(Deployment.class))
                .extracting(
                        deployment -> deployment.getMetadata().getName(),
                        deployment -> deployment.getSpec().getReplicas())
                .contains(tuple("plant-system-apis", 3), tuple("plant-process-apis", 1));
        assertThat(plant.names(PodDisruptionBudget.class))
                .containsExactlyInAnyOrder("plant-system-apis", "plant-partner-apis");
    }

    @Test
    void sendsEachServiceToItsOwnPodsOnly() {
        for (var service : plant.every(Service.class)) {
            var selector = service.getSpec().getSelector();
            assertThat(plant.every(Deployment.class))
                    .filteredOn(deployment ->
                            deployment
                                    .getSpec()
                                    .getTemplate()
                                    .getMetadata()
                                    .getLabels()
                                    .entrySet()
                                    .containsAll(selector.entrySet()))
                    .extracting(deployment -> deployment.getMetadata().getName())
                    .containsExactly(service.getMetadata().getName());
        }
    }

    @Test
    void givesAPodNoRightsThatItDoesNotNeed() {
        for (var deployment : plant.every(Deployment.class)) {
            var pod = deployment.getSpec().getTemplate().getSpec();
            var security = container(deployment).getSecurityContext();

            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(container(deployment).getVolumeMounts())
                    .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                    .extracting("mountPath")
                    .containsExactly("/tmp");
        }
        assertThat(plant.every(ServiceAccount.class))
                .singleElement()
                .extracting(ServiceAccount::getAutomountServiceAccountToken)
                .isEqualTo(false);
    }

    @Test
    void asksForHealthOnTheManagementPort() {
        for (var deployment : plant.every(Deployment.class)) {
            var container = container(deployment);
            var ready = container.getReadinessProbe().getHttpGet();
            var live = container.getLivenessProbe().getHttpGet();

            assertThat(ready.getPath()).isEqualTo("/q/health/ready");
            assertThat(live.getPath()).isEqualTo("/q/health/live");
            assertThat(List.of(ready.getPort(), live.getPort()))
                    .allMatch(port -> "management".equals(port.getStrVal()));
            assertThat(plant.every(Service.class))
                    .allSatisfy(service ->
                            assertThat(service.getSpec().getPorts())
                                    .singleElement()
                                    .extracting("name")
                                    .isEqualTo("http"));
        }
    }

    @Test
    void givesWhatIsInFlightItsTimeToEnd() {
        var patient = Chart.plant(Map.of("shutdown.timeoutSeconds", 40));

        assertThat(grace(plant)).containsOnly(20L);
        assertThat(grace(patient)).containsOnly(50L);
        assertThat(settings(patient, "system-apis")).contains("quarkus.shutdown.timeout=40S");
        assertThat(plant.every(Deployment.class))
                .allSatisfy(deployment ->
                        assertThat(
                                        container(deployment)
                                                .getLifecycle()
                                                .getPreStop()
                                                .getExec()
                                                .getCommand())
                                .containsExactly("sleep", "5"));
    }

    @Test
    void tellsEachTierWhereTheOthersAre() {
        assertThat(settings(plant, "process-apis"))
                .contains(
                        "quarkus.oidc.auth-server-url=https://login.example.com/realms/interlock",
                        "quarkus.datasource.jdbc.url=jdbc:postgresql://postgres.data:5432/interlock",
                        "interlock.targets.erp.url=http://plant-system-apis:8080",
                        "interlock.targets.system.url=http://plant-system-apis:8080");
        assertThat(settings(plant, "partner-apis"))
                .contains(
                        "quarkus.datasource.jdbc.url=jdbc:postgresql://postgres.data:5432/interlock",
                        "interlock.targets.process.url=http://plant-process-apis:8080");
        assertThat(settings(plant, "portal"))
                .contains("interlock.portal.partner-url=http://plant-partner-apis:8080")
                .noneMatch(line -> line.startsWith("quarkus.datasource"));
        assertThat(settings(plant, "system-apis"))
                .contains(
                        "interlock.targets.mes-1000.url=https://mes.ulm.example.com",
                        "interlock.targets.mes-1000.timeout=4S",
                        "interlock.targets.mes-1000.bulkhead=32",
                        "interlock.targets.mes-3000.plant=3000",
                        "interlock.revisions.scheme=NUMBERS");
    }

    @Test
    void startsNewReplicasWhenASettingChanges() {
        var changed =
                Chart.plant(Map.of("keycloak.url", "https://other.example.com/realms/interlock"));

        assertThat(checksum(changed, "plant-system-apis"))
                .isNotEqualTo(checksum(plant, "plant-system-apis"));
        assertThat(checksum(changed, "plant-portal")).isEqualTo(checksum(plant, "plant-portal"));
    }

    @Test
    void takesEveryPasswordFromASecretThatStands() {
        assertThat(plant.every(Secret.class)).isEmpty();
        assertThat(container(plant.one(Deployment.class, "plant-process-apis")).getEnv())
                .filteredOn(variable -> variable.getValueFrom() != null)
                .extracting(
                        EnvVar::getName,
                        variable -> variable.getValueFrom().getSecretKeyRef().getName())
                .containsExactlyInAnyOrder(
                        tuple("QUARKUS_DATASOURCE_USERNAME", "interlock-process-database"),
                        tuple("QUARKUS_DATASOURCE_PASSWORD", "interlock-process-database"),
                        tuple("QUARKUS_FLYWAY_USERNAME", "interlock-process-database"),
                        tuple("QUARKUS_FLYWAY_PASSWORD", "interlock-process-database"),
                        tuple(
                                "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
                                "interlock-process-client"));
    }

    @Test
    void noticesAFieldThatKubernetesDoesNotKnow() {
        assertThatThrownBy(() ->
                        Manifests.of(
                                """
                                apiVersion: v1
                                kind: Service
                                metadata:
                                  name: a
                                spec:
                                  selectors: {}
                                """))
                .hasMessageContaining("selectors");
    }

    private static Container container(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
    }

    private static List<Long> grace(Manifests manifests) {
        return manifests.every(Deployment.class).stream()
                .map(deployment ->
                        deployment
                                .getSpec()
                                .getTemplate()
                                .getSpec()
                                .getTerminationGracePeriodSeconds())
                .toList();
    }

    private static List<String> settings(Manifests manifests, String tier) {
        var files = manifests.one(ConfigMap.class, "plant-" + tier).getData();
        return requireNonNull(files.get("application.properties")).lines().toList();
    }

    private static String checksum(Manifests manifests, String deployment) {
        var pod = manifests.one(Deployment.class, deployment).getSpec().getTemplate();
        return requireNonNull(pod.getMetadata().getAnnotations().get("checksum/config"));
    }
}
