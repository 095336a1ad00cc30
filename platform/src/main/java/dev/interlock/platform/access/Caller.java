package dev.interlock.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Who calls, as the verified token says; what a tier above says of its own caller counts only from
/// that tier.
@RequestScoped
public class Caller {
    public static final String SUPPLIER_HEADER = "Interlock-Supplier";
    public static final String ACTOR_HEADER = "Interlock-Actor";
    private static final String PARTNER_TIER = "partner-apis";
    private static final Set<String> TIERS = Set.of("process-apis", PARTNER_TIER);

    /// What verified tokens say, read once each: for a claim of our own the library throws and
    /// catches an exception every time.
    private static final Cache<JsonWebToken, Map<String, Optional<Object>>> CLAIMS =
            Caffeine.newBuilder().weakKeys().build();

    private final SecurityIdentity identity;
    private final RoutingContext request;

    Caller(SecurityIdentity identity, RoutingContext request) {
        this.identity = identity;
        this.request = request;
    }

    /// The OAuth client, or the person's user name where one signed in.
    public String clientId() {
        return text("azp")
                .or(() -> text("client_id"))
                .orElseGet(() -> identity.getPrincipal().getName());
    }

    /// Who is answerable in an audit row: the person a tier acts for, else the person or client of
    /// the token.
    public String actor() {
        var forwarded =
                TIERS.contains(clientId()) ? request.request().getHeader(ACTOR_HEADER) : null;
        return forwarded != null ? forwarded : text("preferred_username").orElseGet(this::clientId);
    }

    /// The plants the token is limited to; empty means all.
    public Set<String> plants() {
        return switch (claim("plants")) {
            case null -> Set.of();
            case Collection<?> several -> texts(several);
            case String one -> Set.of(one.split("[, ]+"));
            case Object other -> Set.of(other.toString());
        };
    }

    public boolean mayPlant(String plant) {
        var plants = plants();
        return plants.isEmpty() || plants.contains(plant);
    }

    /// The supplier that the token itself is of: only partner tokens have one.
    public Optional<String> supplierId() {
        return text("supplier_id");
    }

    public boolean isPartnerTier() {
        return PARTNER_TIER.equals(clientId());
    }

    /// The supplier the partner tier acts for; empty from anyone else, whatever the header says.
    public Optional<String> onBehalfOfSupplier() {
        return isPartnerTier()
                ? Optional.ofNullable(request.request().getHeader(SUPPLIER_HEADER))
                : Optional.empty();
    }

    private Optional<String> text(String claim) {
        return switch (claim(claim)) {
            case null -> Optional.empty();
            case JsonString json -> Optional.of(json.getString());
            case Object value -> Optional.of(value.toString());
        };
    }

    private @Nullable Object claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? CLAIMS.get(token, _ -> new ConcurrentHashMap<>())
                        .computeIfAbsent(name, n -> Optional.ofNullable(token.getClaim(n)))
                        .orElse(null)
                : null;
    }

    private static Set<String> texts(Collection<?> values) {
        var texts = new LinkedHashSet<String>();
        if (values instanceof JsonArray array) {
            array.getValuesAs(JsonString.class).forEach(value -> texts.add(value.getString()));
        } else {
            values.forEach(value ->
                    texts.add(
                            value instanceof JsonString json
                                    ? json.getString()
                                    : value.toString()));
        }
        return Set.copyOf(texts);
    }
}
