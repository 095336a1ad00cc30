package dev.interlock.platform;

import dev.interlock.platform.deprecation.Deprecation;
import dev.interlock.platform.idempotency.RequestFacts;
import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.platform.quantity.Quantity;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/// A resource as the tiers have them, small enough to try every rule of the platform on.
@Path("/workshop")
@RunOnVirtualThread
public class Workshop {
    enum Kind {
        DRILL,
        MILL
    }

    record Tool(
            @NotBlank @Size(max = 10) String name,
            @NotNull Kind kind,
            @NotNull @Valid Quantity weight,
            @Nullable LocalDate boughtOn,
            int teeth,
            @Nullable BigDecimal price,
            @Nullable Map<String, String> notes,
            @Nullable List<@Valid Part> parts) {}

    record Part(@NotBlank String id, boolean spare) {}

    private final RequestFacts facts;

    Workshop(RequestFacts facts) {
        this.facts = facts;
    }

    @POST
    @Path("/tools")
    @PermitAll
    public Tool add(Tool tool) {
        return tool;
    }

    @GET
    @Path("/tools")
    @PermitAll
    public Page<String> list(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor,
            @QueryParam("bought") @Nullable LocalDate bought,
            @QueryParam("kind") @Nullable List<Kind> kinds,
            @QueryParam("sharp") @Nullable Boolean sharp) {
        return Page.of(
                List.of("a", "b", "c").subList(0, Math.min(3, limit.plusOne())), limit, Cursor::of);
    }

    @POST
    @Path("/keys")
    @PermitAll
    public Map<String, String> key(Map<String, String> body) {
        return Map.of(
                "key", facts.requiredKey().value(), "fingerprint", facts.fingerprint().value());
    }

    /// Takes longer than an impatient server waits for a client.
    @POST
    @Path("/repairs")
    @PermitAll
    public Map<String, String> repair(Map<String, String> body) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1500);
        return Map.of("repaired", "true");
    }

    @GET
    @Path("/tools/{name}")
    @PermissionsAllowed("item:read")
    public Map<String, String> guarded(@PathParam("name") String name) {
        return Map.of("name", name);
    }

    @GET
    @Path("/catalogue")
    @PermitAll
    @Extension(name = Deprecation.DECLARATION, value = "since 2027-01-01, gone 2027-07-01")
    public List<String> catalogue(@QueryParam("limit") @DefaultValue("1") Limit limit) {
        return List.of();
    }

    @GET
    @Path("/state")
    @PermitAll
    public void state() {
        throw new WrongState("production order", "100001", "RELEASED", List.of("CREATED"));
    }

    @GET
    @Path("/bug")
    @PermitAll
    public void bug() {
        throw new IllegalArgumentException("secret detail");
    }
}
