package dev.interlock.platform.access;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// The signing keys that Keycloak no longer publishes. It is asked every 20 s, so that what a
/// withdrawn key has signed ends with it, in each replica, whatever is remembered of it. New keys
/// are found by quarkus-oidc when the first token comes that one has signed.
///
/// While Keycloak is away, what it published last still holds.
@ApplicationScoped
class WithdrawnKeys {
    private static final Logger LOG = Logger.getLogger(WithdrawnKeys.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TenantConfigBean tenants;

    /// Every key that was ever published, or that a good token was signed by before anybody asked.
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    private volatile Set<String> withdrawn = Set.of();

    WithdrawnKeys(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    void begin(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(1, PAUSE.toMillis(), _ -> ask());
    }

    /// Whether one of them is named by the token as the key that signed it.
    boolean signed(String token) {
        var gone = withdrawn;
        return !gone.isEmpty() && gone.contains(keyOf(token));
    }

    /// The key that signed this token is one of Keycloak's, as far as anybody knows.
    void met(String token) {
        var key = keyOf(token);
        if (!key.isEmpty()) {
            known.add(key);
        }
    }

    private void ask() {
        var tenant = tenants.getDefaultTenant();
        var keycloak = tenant.ready() ? tenant.getOidcProviderClient() : null;
        if (keycloak != null) {
            var before = Set.copyOf(known);
            keycloak.getWebClient()
                    .getAbs(tenant.getOidcMetadata().getJsonWebKeySetUri())
                    .timeout(PATIENCE.toMillis())
                    .send()
                    .subscribe()
                    .with(
                            answer -> compare(before, answer),
                            away -> LOG.debugf(away, "Keycloak was not asked for its keys"));
        }
    }

    /// Withdrawn is what was known before the question and is not in the answer. A realm without
    /// any key is an answer that something else gave.
    private void compare(Set<String> before, HttpResponse<Buffer> answer) {
        var published = answer.statusCode() == 200 ? keys(answer.bodyAsString()) : Set.<String>of();
        if (!published.isEmpty()) {
            var gone = new HashSet<>(before);
            gone.removeAll(published);
            known.addAll(published);
            withdrawn = Set.copyOf(gone);
        }
    }

    private static Set<String> keys(String body) {
        var ids = new HashSet<String>();
        try {
            for (var key : new JsonObject(body).getJsonArray("keys", new JsonArray())) {
                if (key instanceof JsonObject json && json.getString("kid") != null) {
                    ids.add(json.getString("kid"));
                }
            }
        } catch (DecodeException e) {
            LOG.debug("Keycloak was asked for its keys and something else answered", e);
        }
        return Set.copyOf(ids);
    }

    /// Empty where nothing can be read: then no key of ours has signed it.
    private static String keyOf(String token) {
        try {
            var header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
            return new JsonObject(new String(header, StandardCharsets.UTF_8)).getString("kid", "");
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | ClassCastException
                | DecodeException e) {
            LOG.debug("A token whose header cannot be read", e);
            return "";
        }
    }
}
