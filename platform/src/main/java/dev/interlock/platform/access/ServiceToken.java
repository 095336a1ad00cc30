package dev.interlock.platform.access;

import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The access token a tier shows to the tiers below it, fetched by client credentials and kept
/// until it is about to expire.
@ApplicationScoped
public class ServiceToken {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Instance<OidcClient> client;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Tokens tokens;

    ServiceToken(Instance<OidcClient> client) {
        this.client = client;
    }

    public String get() {
        var known = tokens;
        return known != null && !expiresSoon(known) ? known.getAccessToken() : fetch(text(known));
    }

    /// After a 401: the token is replaced, unless another thread has done so already.
    public String replace(String refused) {
        var known = tokens;
        return known != null && !known.getAccessToken().equals(refused) ? get() : fetch(refused);
    }

    private String fetch(@Nullable String old) {
        fetching.lock();
        try {
            var now = tokens;
            if (now != null && !now.getAccessToken().equals(old)) {
                return now.getAccessToken();
            }
            var fresh = client.get().getTokens().await().atMost(PATIENCE);
            tokens = fresh;
            return fresh.getAccessToken();
        } catch (RuntimeException e) {
            throw TargetFailed.unavailable("Keycloak", Effect.NONE, e);
        } finally {
            fetching.unlock();
        }
    }

    private static @Nullable String text(@Nullable Tokens tokens) {
        return tokens == null ? null : tokens.getAccessToken();
    }

    private static boolean expiresSoon(Tokens tokens) {
        return tokens.isAccessTokenExpired() || tokens.isAccessTokenWithinRefreshInterval();
    }
}
