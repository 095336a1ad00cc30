package dev.interlock.process.facts;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.platform.access.ServiceToken;
import dev.interlock.platform.json.TolerantJson;
import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.outbound.Targets;
import dev.interlock.platform.outbound.TierTarget;
import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads from the system tier: item, inventory and order APIs at one address, the others at
/// another.
///
/// Throws `TargetFailed`, naming the system that could not be asked.
@ApplicationScoped
class SystemTier {
    private static final int MOST_PAGES = 50;

    private final TierTarget erp;
    private final TierTarget others;

    SystemTier(Targets targets, ServiceToken token) {
        this.erp = new TierTarget(targets.named("erp"), token);
        this.others = new TierTarget(targets.named("system"), token);
    }

    <T> Optional<T> erp(String path, Class<T> type) {
        return erp.read(Call.get("/system/v1" + path), type);
    }

    <T> Optional<T> others(String path, Class<T> type) {
        return others.read(Call.get("/system/v1" + path), type);
    }

    <T> T ask(String path, Object question, Class<T> type) {
        return erp.read(Call.post("/system/v1" + path, question), type)
                .orElseThrow(() -> TargetFailed.misbehaved("ERP", Effect.NONE, null));
    }

    <T> List<T> erpList(String path, Class<T> type) {
        return list(erp, path, type);
    }

    <T> List<T> othersList(String path, Class<T> type) {
        return list(others, path, type);
    }

    /// Every page of a list.
    private static <T> List<T> list(TierTarget tier, String path, Class<T> type) {
        JavaType items =
                TolerantJson.mapper().getTypeFactory().constructCollectionType(List.class, type);
        var all = new ArrayList<T>();
        @Nullable String cursor = null;
        for (var page = 0; page < MOST_PAGES; page++) {
            var from =
                    cursor == null
                            ? ""
                            : (path.contains("?") ? "&" : "?") + "cursor=" + Call.encode(cursor);
            var answer = tier.read(Call.get("/system/v1" + path + from), JsonNode.class);
            if (answer.isEmpty()) {
                return List.copyOf(all);
            }
            List<T> read = TolerantJson.mapper().convertValue(answer.get().path("items"), items);
            all.addAll(read == null ? List.of() : read);
            cursor = answer.get().path("nextCursor").asText(null);
            if (cursor == null) {
                return List.copyOf(all);
            }
        }
        throw TargetFailed.misbehaved(tier.target().system(), Effect.NONE, null);
    }
}
