package dev.interlock.partner.below;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.platform.access.Caller;
import dev.interlock.platform.access.ServiceToken;
import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.idempotency.IdempotencyKey;
import dev.interlock.platform.idempotency.RequestFacts;
import dev.interlock.platform.json.StrictJson;
import dev.interlock.platform.json.TolerantJson;
import dev.interlock.platform.outbound.Answer.Answered;
import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.outbound.Targets;
import dev.interlock.platform.outbound.TierTarget;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tiers below, asked for the supplier of the token and for nobody else. What comes back is
/// read for the members that the partner model has; everything else stays below.
@RequestScoped
public class Below {
    private final Targets targets;
    private final ServiceToken token;
    private final Caller caller;
    private final RequestFacts request;

    Below(Targets targets, ServiceToken token, Caller caller, RequestFacts request) {
        this.targets = targets;
        this.token = token;
        this.caller = caller;
        this.request = request;
    }

    /// A page as the tier below gives it.
    private record PageBelow(List<JsonNode> items, @Nullable String nextCursor) {}

    public <T> Response read(Place place, Class<T> view) {
        var answered = ask(Call.get(place.address()), place);
        return answer(answered, parse(answered, place, true, view)).build();
    }

    public <T> Page<T> list(Place place, Paging paging, Class<T> view) {
        return list(place.with(paging.query()), view);
    }

    /// Of a list that is never long, all of it.
    public <T> Page<T> list(Place at, Class<T> view) {
        var answered = ask(Call.get(at.address()), at);
        var page = parse(answered, at, true, PageBelow.class);
        return new Page<>(
                page.items().stream().map(item -> view(item, at, view)).toList(),
                page.nextCursor());
    }

    /// Sends the request's own body down, checked and byte for byte: the tier below tells a
    /// repeated request from another one by it. `operation` parts the keys of one supplier.
    public <T> Response write(
            String operation, Place place, Class<T> view, @Nullable IfMatch ifMatch) {
        var call = new Call(request.method(), place.address(), Map.of(), request.body());
        return send(
                operation,
                place,
                view,
                ifMatch == null
                        ? call
                        : call.with(HttpHeaders.IF_MATCH, String.join(", ", ifMatch.etags())));
    }

    /// Sends a call whose body is not the request's own.
    public <T> Response send(String operation, Place place, Class<T> view, Call call) {
        var answered = ask(keyed(operation, call), place);
        return written(answered, place, view);
    }

    private <T> Response written(Answered answered, Place place, Class<T> view) {
        var response = answer(answered, parse(answered, place, false, view));
        answered.header(IdempotencyKey.REPLAYED)
                .ifPresent(replayed -> response.header(IdempotencyKey.REPLAYED, replayed));
        answered.header(HttpHeaders.LOCATION)
                .ifPresent(below ->
                        response.header(
                                HttpHeaders.LOCATION,
                                below.replaceFirst("^/(system|process)/", "/partner/")));
        return response.build();
    }

    private Call keyed(String operation, Call call) {
        Optional<IdempotencyKey> key =
                request.method().equals("POST")
                        ? Optional.of(request.requiredKey())
                        : request.optionalKey();
        return key.map(k -> SupplierKey.of(supplier(), operation, k))
                .map(below -> call.with(IdempotencyKey.HEADER, below))
                .orElse(call);
    }

    /// A read that got no answer is asked once more; whatever is not a success is told in the
    /// partner's words.
    private Answered ask(Call call, Place place) {
        var onBehalf =
                call.with(Caller.SUPPLIER_HEADER, supplier())
                        .with(Caller.ACTOR_HEADER, caller.actor());
        var tier = new TierTarget(targets.named(place.tier()), token);
        var first = tier.send(onBehalf);
        var answer = call.isRead() && !(first instanceof Answered) ? tier.send(onBehalf) : first;
        if (answer instanceof Answered answered && answered.isSuccess()) {
            return answered;
        }
        throw Refusals.of(answer, place, call.isRead());
    }

    /// The supplier comes from the token only; a token without one sees nothing.
    private String supplier() {
        return caller.supplierId()
                .orElseThrow(() ->
                        new Rejected(
                                ProblemType.INSUFFICIENT_SCOPE,
                                "The access token names no supplier."));
    }

    /// Written here and not by the framework, so that a repeated answer is the same to the byte.
    private static Response.ResponseBuilder answer(Answered answered, Object view) {
        try {
            var response =
                    Response.status(answered.status())
                            .type(MediaType.APPLICATION_JSON_TYPE)
                            .entity(StrictJson.mapper().writeValueAsBytes(view));
            answered.header(HttpHeaders.ETAG)
                    .ifPresent(etag -> response.header(HttpHeaders.ETAG, etag));
            return response;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours cannot be written as JSON", e);
        }
    }

    private static <T> T parse(Answered answered, Place place, boolean isRead, Class<T> type) {
        try {
            return TolerantJson.mapper().readValue(answered.body(), type);
        } catch (JsonProcessingException e) {
            throw Refusals.nonsense(place, isRead, e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }

    private static <T> T view(JsonNode item, Place place, Class<T> type) {
        try {
            return TolerantJson.mapper().treeToValue(item, type);
        } catch (JsonProcessingException e) {
            throw Refusals.nonsense(place, true, e);
        }
    }
}
