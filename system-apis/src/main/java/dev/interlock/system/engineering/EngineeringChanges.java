package dev.interlock.system.engineering;

import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.vendor.ContentTag;
import dev.interlock.system.vendor.Document;
import dev.interlock.system.vendor.Id;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Engineering changes, kept by the PLM.
@ApplicationScoped
class EngineeringChanges {
    private final ChangeSource plm;
    private final Effects effects;
    private final ReleasedChanges released;

    EngineeringChanges(ChangeSource plm, Effects effects, ReleasedChanges released) {
        this.plm = plm;
        this.effects = effects;
        this.released = released;
    }

    Response find(String changeNumber) {
        return plm.find(known(changeNumber))
                .map(change ->
                        Response.ok(change).header(HttpHeaders.ETAG, ContentTag.of(change)).build())
                .orElseThrow(() -> new NotFound("engineering change", changeNumber));
    }

    Response put(String changeNumber, @Nullable String ifMatch, ChangeRequest request) {
        request.effectivity()
                .misfit()
                .ifPresent(misfit -> {
                    throw new InvalidRequest(List.of(misfit));
                });
        var wanted = request.numbered(known(changeNumber));
        return effects.performRemotely(
                "engineering-change.put",
                new Document<>(
                        "PLM",
                        "/system/v1/engineering-changes/" + changeNumber,
                        wanted,
                        ifMatch,
                        () -> plm.find(changeNumber).map(standing -> open(standing, wanted)),
                        key -> plm.store(wanted, key),
                        released::tell));
    }

    /// A cancelled version is not brought back: who wants it again gives it a new number.
    private static EngineeringChange open(EngineeringChange standing, EngineeringChange wanted) {
        if (standing.status() == ChangeStatus.CANCELLED
                && wanted.status() != ChangeStatus.CANCELLED
                && wanted.version() <= standing.version()) {
            throw new WrongState(
                    "engineering change",
                    standing.changeNumber(),
                    ChangeStatus.CANCELLED.name(),
                    Stream.of(ChangeStatus.values())
                            .filter(status -> status != ChangeStatus.CANCELLED)
                            .map(ChangeStatus::name)
                            .toList());
        }
        return standing;
    }

    Response implement(String changeNumber, long version) {
        return effects.performRemotely(
                "engineering-change.implement",
                new ImplementChange(plm, known(changeNumber), version));
    }

    private static String known(String changeNumber) {
        return Id.path("engineering change", changeNumber);
    }
}
