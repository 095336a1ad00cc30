package dev.interlock.platform.problem;

import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.platform.problem.GatewayException.TryLater;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The one place where an exception becomes an answer. What callers do wrong is not logged; a bug
/// is, once.
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(2);
    private static final String INSUFFICIENT_SCOPE = "Bearer error=\"insufficient_scope\"";

    @ServerExceptionMapper
    public Response stopped(GatewayException stopped, UriInfo uri) {
        if (stopped instanceof TargetFailed failed) {
            LOG.warnf(failed.getCause(), "%s effect=%s", failed.detail(), failed.effect());
        }
        var answer = answer(Problems.of(stopped, uri.getPath()));
        if (stopped instanceof TryLater later) {
            answer.header(HttpHeaders.RETRY_AFTER, seconds(later.retryAfter()));
        } else if (stopped instanceof TargetFailed) {
            answer.header(HttpHeaders.RETRY_AFTER, 1);
        } else if (stopped.type() == ProblemType.INSUFFICIENT_SCOPE) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, INSUFFICIENT_SCOPE);
        }
        return answer.build();
    }

    /// What the framework itself refuses: unknown route, method, media type, unreadable parameter.
    @ServerExceptionMapper
    public Response framework(WebApplicationException refused, UriInfo uri) {
        if (refused.getCause() instanceof GatewayException ours) {
            return stopped(ours, uri);
        }
        if (refused instanceof NotFoundException && refused.getCause() != null) {
            return stopped(
                    new InvalidRequest(
                            "?", "value", "A query parameter has a value that cannot be read."),
                    uri);
        }
        var type = ProblemType.ofStatus(refused.getResponse().getStatus());
        if (type == ProblemType.INTERNAL) {
            return bug(refused, uri);
        }
        var answer = answer(Problems.of(type, type.title() + ".", uri.getPath()));
        refused.getResponse()
                .getHeaders()
                .forEach((name, values) -> values.forEach(v -> keep(answer, name, v)));
        return answer.build();
    }

    @ServerExceptionMapper
    public Response invalidParameters(ConstraintViolationException invalid, UriInfo uri) {
        return answer(Problems.invalid(Violations.ofParameters(invalid), uri.getPath())).build();
    }

    @ServerExceptionMapper
    public Response tokenRefused(AuthenticationFailedException refused, UriInfo uri) {
        return challenge("Bearer error=\"invalid_token\"", uri);
    }

    @ServerExceptionMapper
    public Response tokenMissing(UnauthorizedException missing, UriInfo uri) {
        return challenge("Bearer", uri);
    }

    /// No keys yet to check a token with: the tier started while Keycloak was away.
    @ServerExceptionMapper
    public Response tokensCannotBeVerified(OIDCException away, UriInfo uri) {
        return stopped(TargetFailed.unavailable("Keycloak", Effect.NONE, away), uri);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, UriInfo uri) {
        var type = ProblemType.INSUFFICIENT_SCOPE;
        return answer(
                        Problems.of(
                                type,
                                "The access token lacks the scope of this operation.",
                                uri.getPath()))
                .header(HttpHeaders.WWW_AUTHENTICATE, INSUFFICIENT_SCOPE)
                .build();
    }

    @ServerExceptionMapper
    public Response bug(Throwable bug, UriInfo uri) {
        if (DatabaseTrouble.isBehind(bug)) {
            LOG.warnf(bug, "The database cannot answer now");
            return stopped(
                    new TryLater(
                            ProblemType.UNAVAILABLE,
                            "The store behind this API cannot answer now.",
                            DATABASE_PAUSE,
                            Effect.UNKNOWN),
                    uri);
        }
        LOG.errorf(bug, "A request met a bug of ours: %s", uri.getPath());
        return answer(
                        Problems.of(
                                ProblemType.INTERNAL,
                                "Quote the correlation id when you report this.",
                                uri.getPath()))
                .build();
    }

    private static Response challenge(String challenge, UriInfo uri) {
        var type = ProblemType.UNAUTHENTICATED;
        return answer(
                        Problems.of(
                                type,
                                "Send a valid access token as Authorization: Bearer.",
                                uri.getPath()))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }

    private static void keep(Response.ResponseBuilder answer, String name, Object value) {
        if (name.equalsIgnoreCase(HttpHeaders.ALLOW)) {
            answer.header(name, value);
        }
    }

    private static long seconds(Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }
}
