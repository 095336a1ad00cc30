package dev.interlock.process.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.HttpClients;
import org.jspecify.annotations.Nullable;
import org.keycloak.authorization.client.AuthorizationDeniedException;
import org.keycloak.authorization.client.AuthzClient;
import org.keycloak.authorization.client.Configuration;
import org.keycloak.representations.idm.authorization.AuthorizationRequest;

/// Keycloak's authorization services. The client asks for their addresses as soon as it is made, so
/// it is made by the first question: the tier starts without Keycloak.
@ApplicationScoped
class PolicyServer {
    private static final int CONNECTIONS = 20;

    private final KeycloakConfig config;
    private volatile @Nullable AuthzClient client;

    PolicyServer(KeycloakConfig config) {
        this.config = config;
    }

    /// Throws what the client throws: a runtime exception with an `HttpResponseException` among its
    /// causes where Keycloak gave an answer.
    boolean grants(String token, String resource) {
        var question = new AuthorizationRequest();
        question.addPermission(resource);
        try {
            return !client().authorization(token).getPermissions(question).isEmpty();
        } catch (AuthorizationDeniedException _) {
            return false;
        }
    }

    /// Two first questions at once make two clients, and one is forgotten: that costs less than a
    /// lock which everyone waits for while Keycloak is slow.
    private AuthzClient client() {
        var known = client;
        if (known == null) {
            known = AuthzClient.create(configuration());
            client = known;
        }
        return known;
    }

    private Configuration configuration() {
        var realm = config.realm().toString();
        var cut = realm.lastIndexOf("/realms/");
        if (cut < 0) {
            throw new IllegalStateException(
                    "interlock.keycloak.realm must end in /realms/ and a name, not be " + realm);
        }
        var patience = Math.toIntExact(config.timeout().toMillis());
        var http =
                HttpClients.custom()
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .setDefaultRequestConfig(
                                RequestConfig.custom()
                                        .setConnectTimeout(patience)
                                        .setConnectionRequestTimeout(patience)
                                        .setSocketTimeout(patience)
                                        .build())
                        .build();
        return new Configuration(
                realm.substring(0, cut),
                realm.substring(cut + "/realms/".length()),
                config.client(),
                Map.of("secret", config.secret()),
                http);
    }
}
