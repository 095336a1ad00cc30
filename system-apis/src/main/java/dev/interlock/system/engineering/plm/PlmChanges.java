package dev.interlock.system.engineering.plm;

import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.system.engineering.ChangeSource;
import dev.interlock.system.engineering.ChangeStatus;
import dev.interlock.system.engineering.EngineeringChange;
import dev.interlock.system.vendor.BackEnd;
import dev.interlock.system.vendor.BackEnds;
import dev.interlock.system.vendor.Refusals;
import dev.interlock.system.vendor.Refusals.Thing;
import dev.interlock.system.vendor.Reply.Accepted;
import dev.interlock.system.vendor.Reply.Declined;
import dev.interlock.system.vendor.Reply.Silent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Engineering changes over the wire of the PLM.
@ApplicationScoped
class PlmChanges implements ChangeSource {
    private static final String SYSTEM = "PLM";

    private final BackEnds backEnds;
    private final Validator validator;

    PlmChanges(BackEnds backEnds, Validator validator) {
        this.backEnds = backEnds;
        this.validator = validator;
    }

    @Override
    public Optional<EngineeringChange> find(String changeNumber) {
        var plm = backEnds.of(SYSTEM);
        return plm.read(path(changeNumber), EngineeringChange.class)
                .map(change -> checked(plm, changeNumber, change, Effect.NONE));
    }

    @Override
    public Part list(Filter filter, String cursor) {
        var plm = backEnds.of(SYSTEM);
        var query = new ArrayList<String>();
        add(query, "status", filter.status());
        add(query, "itemId", filter.itemId());
        add(query, "changedSince", filter.changedSince());
        add(query, "cursor", cursor.isEmpty() ? null : cursor);
        var part =
                plm.read("/changes?" + String.join("&", query), PlmPart.class)
                        .orElseThrow(() -> plm.misbehaved("has no list of changes", Effect.NONE));
        var next = Objects.requireNonNullElse(part.next(), "");
        if (part.changes() == null || (!next.isEmpty() && next.equals(cursor))) {
            throw plm.misbehaved("answered something else than a list of changes", Effect.NONE);
        }
        return new Part(
                part.changes().stream().map(change -> checked(plm, change, Effect.NONE)).toList(),
                next);
    }

    @Override
    public EngineeringChange store(EngineeringChange wanted, String effectKey) {
        var plm = backEnds.of(SYSTEM);
        var number = wanted.changeNumber();
        return switch (plm.effect(
                Call.put(path(number), wanted), effectKey, EngineeringChange.class)) {
            case Accepted<EngineeringChange> done ->
                    checked(plm, number, done.body(), Effect.UNKNOWN);
            case Silent<EngineeringChange> _ -> wanted;
            case Declined<EngineeringChange> no -> throw refusal(no, wanted);
        };
    }

    @Override
    public EngineeringChange implement(String changeNumber, long version, String effectKey) {
        var plm = backEnds.of(SYSTEM);
        var call = Call.post(path(changeNumber) + "/implementation", Map.of("version", version));
        return switch (plm.effect(call, effectKey, EngineeringChange.class)) {
            case Accepted<EngineeringChange> done ->
                    checked(plm, changeNumber, done.body(), Effect.UNKNOWN);
            case Silent<EngineeringChange> _ ->
                    throw plm.misbehaved("said nothing about " + changeNumber, Effect.UNKNOWN);
            case Declined<EngineeringChange> no ->
                    throw refused(no, changeNumber, List.of(ChangeStatus.APPROVED.name()));
        };
    }

    private GatewayException refusal(Declined<?> no, EngineeringChange wanted) {
        if (no.status() == 422
                && no.body().path("error").path("code").asText().equals("version-reused")) {
            return new Refused(
                    ProblemType.CHANGE_VERSION_REUSED,
                    "Version %d of change %s stands with other content."
                            .formatted(wanted.version(), wanted.changeNumber()),
                    List.of());
        }
        var standing =
                no.status() == 409
                        ? find(wanted.changeNumber())
                        : Optional.<EngineeringChange>empty();
        return standing.isPresent() && standing.get().version() > wanted.version()
                ? new Rejected(
                        ProblemType.CONFLICT,
                        "Version %d of change %s stands."
                                .formatted(standing.get().version(), wanted.changeNumber()))
                : refused(no, wanted.changeNumber(), List.of());
    }

    private GatewayException refused(Declined<?> no, String changeNumber, List<String> allowed) {
        return Refusals.of(
                SYSTEM,
                no,
                new Thing("engineering change", changeNumber),
                () -> find(changeNumber).map(change -> change.status().name()).orElse("GONE"),
                allowed);
    }

    private EngineeringChange checked(
            BackEnd plm, String changeNumber, EngineeringChange change, Effect effect) {
        var whole = checked(plm, change, effect);
        if (!whole.changeNumber().equals(changeNumber)) {
            throw plm.misbehaved("answered another change than " + changeNumber, effect);
        }
        return whole;
    }

    /// What the PLM has must fit the contract that its change came by.
    private EngineeringChange checked(
            BackEnd plm, @Nullable EngineeringChange change, Effect effect) {
        if (change == null
                || change.changeNumber() == null
                || !validator.validate(change.content()).isEmpty()) {
            throw plm.misbehaved("answered a change that makes no sense", effect);
        }
        return change;
    }

    private static void add(List<String> query, String name, @Nullable Object value) {
        if (value != null) {
            query.add(name + "=" + Call.encode(value.toString()));
        }
    }

    private static String path(String changeNumber) {
        return "/changes/" + Call.encode(changeNumber);
    }
}
