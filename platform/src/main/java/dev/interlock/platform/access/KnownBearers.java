package dev.interlock.platform.access;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import java.util.Set;

/// A token that was verified a moment ago is known before anything is made of it; every other goes
/// the whole way through quarkus-oidc.
@Alternative
@Priority(1)
@ApplicationScoped
class KnownBearers implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";
    private static final Uni<HttpCredentialTransport> TRANSPORT =
            Uni.createFrom()
                    .item(
                            new HttpCredentialTransport(
                                    HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));

    private final OidcAuthenticationMechanism oidc;
    private final VerifiedTokens tokens;

    KnownBearers(OidcAuthenticationMechanism oidc, VerifiedTokens tokens) {
        this.oidc = oidc;
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager providers) {
        return bearer(context)
                .flatMap(tokens::known)
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> oidc.authenticate(context, providers));
    }

    private static Optional<String> bearer(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return TRANSPORT;
    }
}
