package dev.interlock.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Verifies each access token once, then knows it by its hash until it expires, at most for a
/// minute: checking the signature on every call would halve the throughput of a simple read.
@ApplicationScoped
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {
    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(10);
    private static final String ACCESS_TOKEN = "Bearer";
    private static final int TOKENS = 10_000;

    private final OidcIdentityProvider oidc;
    private final WithdrawnKeys withdrawn;
    private final InstantSource clock;
    private final Cache<String, SecurityIdentity> verified =
            Caffeine.newBuilder()
                    .maximumSize(TOKENS)
                    .expireAfter(
                            Expiry.<String, SecurityIdentity>creating(
                                    (_, identity) -> remaining(identity)))
                    .build();

    VerifiedTokens(OidcIdentityProvider oidc, WithdrawnKeys withdrawn, InstantSource clock) {
        this.oidc = oidc;
        this.withdrawn = withdrawn;
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /// Whose it is, where that is known and still holds.
    Optional<SecurityIdentity> known(String token) {
        return withdrawn.signed(token)
                ? Optional.empty()
                : Optional.ofNullable(verified.getIfPresent(sha256(token)))
                        .filter(identity -> remaining(identity).isPositive());
    }

    /// Asked before the OIDC provider that it stands in front of.
    @Override
    public int priority() {
        return oidc.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var token = request.getToken().getToken();
        if (withdrawn.signed(token)) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException("signed by a withdrawn key"));
        }
        return oidc.authenticate(request, context)
                .onItem()
                .ifNotNull()
                .invoke(this::requireAccessToken)
                .onItem()
                .ifNotNull()
                .invoke(identity -> {
                    withdrawn.met(token);
                    verified.put(sha256(token), identity);
                });
    }

    /// What the OIDC provider lets pass: a token of another kind (an ID token, say), and one that
    /// was issued in the future.
    private void requireAccessToken(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            var type = token.getClaim("typ");
            var issued = Instant.ofEpochSecond(token.getIssuedAtTime());
            if ((type != null && !ACCESS_TOKEN.equals(type.toString()))
                    || issued.isAfter(clock.instant().plus(CLOCKS_APART))) {
                throw new AuthenticationFailedException("not an access token of now");
            }
        }
    }

    private Duration remaining(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Duration.ZERO;
        }
        var left =
                Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
        return left.compareTo(AT_MOST) < 0 ? left : AT_MOST;
    }

    private static String sha256(String token) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
