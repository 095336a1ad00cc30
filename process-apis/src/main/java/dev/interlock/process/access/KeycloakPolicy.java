package dev.interlock.process.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.platform.problem.ProblemType;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.keycloak.authorization.client.util.HttpResponseException;

/// Lets a caller pass to whom a policy in Keycloak grants the resource. A decision about a token
/// stands for some seconds; while Keycloak cannot be asked, nobody else passes.
@ApplicationScoped
public class KeycloakPolicy {
    private static final String KEYCLOAK = "Keycloak";
    private static final int DECISIONS = 1_000;

    private final PolicyServer server;
    private final JsonWebToken token;
    private final Cache<Question, Boolean> decisions;

    private record Question(String token, String resource) {}

    KeycloakPolicy(PolicyServer server, JsonWebToken token, KeycloakConfig config) {
        this.server = server;
        this.token = token;
        this.decisions =
                Caffeine.newBuilder()
                        .maximumSize(DECISIONS)
                        .expireAfterWrite(config.keep())
                        .build();
    }

    /// Says 403 where no policy grants it, 401 where Keycloak no longer knows the token, 503 where
    /// it cannot be asked.
    public void require(String resource) {
        var question = new Question(token.getRawToken(), resource);
        if (!granted(question)) {
            throw new Rejected(
                    ProblemType.INSUFFICIENT_SCOPE,
                    "No policy grants this caller the resource %s.".formatted(resource));
        }
    }

    private boolean granted(Question question) {
        var known = decisions.getIfPresent(question);
        if (known != null) {
            return known;
        }
        var decision = ask(question);
        decisions.put(question, decision);
        return decision;
    }

    private boolean ask(Question question) {
        try {
            return server.grants(question.token(), question.resource());
        } catch (RuntimeException e) {
            if (refusesToken(e)) {
                throw new AuthenticationFailedException(e);
            }
            throw TargetFailed.unavailable(KEYCLOAK, Effect.NONE, e);
        }
    }

    /// A session that has ended: Keycloak calls its token an invalid grant.
    private static boolean refusesToken(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(HttpResponseException.class::isInstance)
                .map(HttpResponseException.class::cast)
                .filter(answer -> answer.getBytes() != null)
                .anyMatch(answer ->
                        new String(answer.getBytes(), StandardCharsets.UTF_8)
                                .contains("\"invalid_grant\""));
    }
}
