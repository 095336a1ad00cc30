package dev.interlock.process.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// Where the policies are: the realm, and the client whose resources they guard.
@ConfigMapping(prefix = "interlock.keycloak")
public interface KeycloakConfig {
    /// `https://host/realms/name`.
    @WithDefault("${quarkus.oidc-client.auth-server-url}")
    URI realm();

    @WithDefault("${quarkus.oidc-client.client-id}")
    String client();

    @WithDefault("${quarkus.oidc-client.credentials.secret}")
    String secret();

    @WithDefault("2S")
    Duration timeout();

    /// How long a decision about one token stands.
    @WithDefault("20S")
    Duration keep();
}
