package dev.interlock.platform.access;

import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The access token a tier shows to the tiers below it, fetched by client credentials. It is
/// renewed when half of its life is over, so that the other half is left to work with while
/// Keycloak is away.
@ApplicationScoped
public class ServiceToken {
    private static final Logger LOG = Logger.getLogger(ServiceToken.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    private final Instance<OidcClient> client;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Tokens tokens;

    /// Of the monotonic clock: before it, one that is still good is not renewed.
    private volatile long nextTry = System.nanoTime();

    ServiceToken(Instance<OidcClient> client) {
        this.client = client;
    }

    public String get() {
        var known = tokens;
        if (known == null || known.isAccessTokenExpired()) {
            return fetch(text(known));
        }
        return known.isAccessTokenWithinRefreshInterval() && nextTry - System.nanoTime() <= 0
                ? renewed(known)
                : known.getAccessToken();
    }

    /// One asks for a new one; everybody else goes on with what is still good, and so does the one
    /// when Keycloak gives none.
    private String renewed(Tokens known) {
        nextTry = System.nanoTime() + BETWEEN_TRIES.toNanos();
        try {
            return fetch(known.getAccessToken());
        } catch (TargetFailed away) {
            LOG.warnf("No new service token from Keycloak yet: %s", away.getMessage());
            return known.getAccessToken();
        }
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
}
