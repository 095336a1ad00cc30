package dev.interlock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealmTest {
    private static final Set<String> SYSTEM =
            Stream.concat(
                            Stream.of(
                                            "item",
                                            "inventory",
                                            "order",
                                            "warehouse",
                                            "shopfloor",
                                            "quality",
                                            "engineering")
                                    .flatMap(api -> Stream.of(api + ":read", api + ":write")),
                            Stream.of("events:read"))
                    .collect(Collectors.toSet());
    private static final Set<String> PROCESS =
            Set.of(
                    "eco:read",
                    "eco:propagate",
                    "release:read",
                    "release:check",
                    "release:execute",
                    "release:override",
                    "operations:read",
                    "operations:act",
                    "policy:read",
                    "policy:write",
                    "notice:read",
                    "notice:acknowledge",
                    "events:read");

    private final JsonObject realm = read();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plm | system process | eco:read eco:propagate engineering:read engineering:write"
                        + " item:read operations:read",
                "mes-1000 | system process | release:check order:read order:write inventory:read"
                        + " inventory:write quality:read quality:write shopfloor:read item:read",
                "mes-2000 | system process | release:check order:read order:write inventory:read"
                        + " inventory:write quality:read quality:write shopfloor:read item:read",
                "erp | system process | item:read item:write inventory:read inventory:write"
                        + " order:read order:write release:read release:check release:execute",
                "qms | system | quality:read quality:write inventory:read inventory:write"
                        + " item:read",
                "partner-apis | system process | order:read order:write inventory:read quality:read"
                        + " quality:write item:read events:read notice:read notice:acknowledge",
                "supplier-acme | partner | supplier:orders supplier:shipments supplier:quality"
                        + " supplier:changes",
                "supplier-borealis | partner | supplier:orders supplier:shipments supplier:quality"
                        + " supplier:changes",
                "supplier-borealis-jwt | partner | supplier:orders supplier:shipments"
                        + " supplier:quality supplier:changes",
                "supplier-cobalt | partner | supplier:orders supplier:shipments supplier:quality"
                        + " supplier:changes"
            })
    void givesEachClientItsAudienceAndScopes(String client, String audiences, String scopes) {
        assertThat(audiences(client)).isEqualTo(Set.of(audiences.split(" ")));
        assertThat(scopes(client)).isEqualTo(Set.of(scopes.split(" ")));
    }

    @Test
    void givesTheProcessTierEverySystemScope() {
        assertThat(scopes("process-apis")).isEqualTo(SYSTEM);
        assertThat(audiences("process-apis")).containsExactly("system");
    }

    @Test
    void givesTheTestsEverySystemAndProcessScope() {
        Set<String> every = new HashSet<>(SYSTEM);
        every.addAll(PROCESS);
        assertThat(scopes("integration-tests")).isEqualTo(every);
    }

    @Test
    void givesAPersonOnlyTheScopesOfItsRole() {
        assertThat(scopesOf("operator"))
                .containsExactlyInAnyOrder(
                        "eco:read",
                        "release:read",
                        "release:check",
                        "release:execute",
                        "release:override",
                        "operations:read",
                        "operations:act",
                        "policy:read",
                        "policy:write",
                        "notice:read");
        assertThat(scopesOf("auditor")).isNotEmpty().allMatch(scope -> scope.endsWith(":read"));
        assertThat(scopesOf("integration-developer")).isEmpty();
    }

    @Test
    void letsNoPersonHaveAScopeThatNoRoleGuards() {
        Set<String> guarded =
                objects("scopeMappings")
                        .map(mapping -> mapping.getString("clientScope"))
                        .collect(Collectors.toSet());

        assertThat(guarded).containsAll(scopes("interlock-console"));
    }

    /// A client that proves who it is with a key has no secret that could leak.
    @Test
    void knowsOneSupplierByItsPublicKeyOnly() {
        JsonObject client = client("supplier-borealis-jwt");

        assertThat(client.getString("clientAuthenticatorType")).isEqualTo("client-jwt");
        assertThat(client.containsKey("secret")).isFalse();
        assertThat(client.getJsonObject("attributes").getString("jwks.string"))
                .contains("${SUPPLIER_KEY_X}", "${SUPPLIER_KEY_Y}")
                .doesNotContain("\"d\"");
    }

    @Test
    void signsWithEllipticCurvesAndExpiresSoon() {
        assertThat(realm.getString("defaultSignatureAlgorithm")).isEqualTo("ES256");
        assertThat(realm.getInteger("accessTokenLifespan")).isEqualTo(300);
        assertThat(realm.encode()).doesNotContain("rsa-generated");
    }

    private Set<String> scopesOf(String role) {
        return objects("scopeMappings")
                .filter(mapping -> mapping.getJsonArray("roles").contains(role))
                .map(mapping -> mapping.getString("clientScope"))
                .collect(Collectors.toSet());
    }

    private Set<String> scopes(String client) {
        return defaults(client).filter(scope -> scope.contains(":")).collect(Collectors.toSet());
    }

    private Set<String> audiences(String client) {
        return defaults(client)
                .filter(scope -> scope.startsWith("interlock-"))
                .map(scope -> scope.substring("interlock-".length()))
                .collect(Collectors.toSet());
    }

    private Stream<String> defaults(String client) {
        List<?> scopes =
                client(client).getJsonArray("defaultClientScopes", new JsonArray()).getList();
        return scopes.stream().map(String::valueOf);
    }

    private JsonObject client(String id) {
        return objects("clients")
                .filter(each -> each.getString("clientId").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonObject> objects(String member) {
        return realm.getJsonArray(member).stream().map(JsonObject.class::cast);
    }

    private static JsonObject read() {
        try (InputStream in =
                Objects.requireNonNull(
                        RealmTest.class.getResourceAsStream("/interlock-realm.json"))) {
            return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
