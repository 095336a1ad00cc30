package dev.interlock.system.acknowledgement.reference;

import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.acknowledgement.Acknowledgement;
import dev.interlock.system.acknowledgement.Acknowledgement.Line;
import dev.interlock.system.acknowledgement.Acknowledgement.State;
import dev.interlock.system.acknowledgement.ChangeDecisions;
import dev.interlock.system.acknowledgement.ChangeDecisions.ChangeDecision;
import dev.interlock.system.acknowledgement.ChangeDecisions.Decision;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.master.Sorted;
import dev.interlock.system.purchase.LineChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Takes the buyer's decisions about the changes of one acknowledgement.
@ApplicationScoped
class Decisions {
    private final AcknowledgementTable table;
    private final OnBehalf caller;

    Decisions(AcknowledgementTable table, OnBehalf caller) {
        this.table = table;
        this.caller = caller;
    }

    /// What they do to the order's lines.
    List<LineChange> take(Handle handle, Acknowledgement held, ChangeDecisions wanted) {
        var lines =
                held.lines().stream().collect(Collectors.toMap(Line::line, Function.identity()));
        check(wanted, lines);
        wanted.decisions().forEach(decision -> requireAwaiting(held, line(lines, decision)));
        var changes = new ArrayList<LineChange>();
        for (var decision : wanted.decisions()) {
            var base =
                    table.decide(
                            handle,
                            held.acknowledgementId(),
                            decision,
                            changes.isEmpty(),
                            caller.actor());
            var line = line(lines, decision);
            changes.add(
                    decision.decision() == Decision.REJECT
                            ? new LineChange.Restored(line.line())
                            : new LineChange.Confirmed(
                                    line.line(),
                                    Objects.requireNonNull(line.quantity()).value(),
                                    base,
                                    Objects.requireNonNull(line.deliveryOn())));
        }
        return changes;
    }

    private static void check(ChangeDecisions wanted, Map<Integer, Line> lines) {
        var refusal = new Refusal();
        refusal.unless(
                Sorted.unique(wanted.decisions(), ChangeDecision::line),
                "/decisions",
                "duplicate",
                "A line stands more than once.");
        for (var i = 0; i < wanted.decisions().size(); i++) {
            var decision = wanted.decisions().get(i);
            var at = "/decisions/" + i;
            if (!lines.containsKey(decision.line())) {
                refusal.unknown(at + "/line", "line", String.valueOf(decision.line()));
            }
            refusal.unless(
                    decision.decision() == Decision.ACCEPT || decision.reason() != null,
                    at + "/reason",
                    "reason-needed",
                    "Who refuses a change says why.");
        }
        refusal.throwIfAny();
    }

    private static void requireAwaiting(Acknowledgement held, Line line) {
        if (line.state() != State.AWAITING_DECISION) {
            throw new WrongState(
                    "line %d of the acknowledgement".formatted(line.line()),
                    held.acknowledgementId(),
                    line.state().name(),
                    List.of(State.AWAITING_DECISION.name()));
        }
    }

    private static Line line(Map<Integer, Line> lines, ChangeDecision decision) {
        return Objects.requireNonNull(lines.get(decision.line()));
    }
}
