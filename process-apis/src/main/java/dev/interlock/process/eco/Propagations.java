package dev.interlock.process.eco;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.platform.access.Caller;
import dev.interlock.platform.json.TolerantJson;
import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.process.eco.EngineeringChange.Action;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.eco.EngineeringChange.BomChange;
import dev.interlock.process.run.Beginning;
import dev.interlock.process.run.Interventions;
import dev.interlock.process.run.Registration;
import dev.interlock.process.run.Run;
import dev.interlock.process.run.RunBook;
import dev.interlock.process.run.RunRequest;
import dev.interlock.process.run.RunSearch;
import dev.interlock.process.run.Runs;
import dev.interlock.process.run.StepPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes a change in, inline or by its number in PLM, and starts its run unless that version has
/// one.
@ApplicationScoped
class Propagations {
    private static final String PLM = "plm";

    private final Runs runs;
    private final ChangeIntake intake;
    private final Caller caller;
    private final RunRequest request;
    private final RunBook book;
    private final Interventions interventions;
    private final EcoProcess process;
    private final ChangeChecks checks;

    Propagations(
            Runs runs,
            ChangeIntake intake,
            Caller caller,
            RunRequest request,
            RunBook book,
            Interventions interventions,
            EcoProcess process,
            ChangeChecks checks) {
        this.runs = runs;
        this.intake = intake;
        this.caller = caller;
        this.request = request;
        this.book = book;
        this.interventions = interventions;
        this.process = process;
        this.checks = checks;
    }

    Propagation find(String id) {
        return runs.find(EcoProcess.NAME, id)
                .map(Propagation::of)
                .orElseThrow(() -> new NotFound("propagation", id));
    }

    Response propose(
            @Nullable String changeNumber, @Nullable EngineeringChange inline, HttpHeaders headers)
            throws InterruptedException {
        ChangeIntake.requireOne(changeNumber, inline);
        var asked = request.asked();
        var before = runs.repeated(asked);
        if (before.isPresent()) {
            return before.get();
        }
        var change = intake.change(changeNumber, inline == null ? null : fromCaller(inline));
        var registration =
                new Registration(
                        EcoProcess.NAME,
                        change.changeNumber(),
                        keys(change),
                        PropagationLineage.searchKeys(change),
                        change,
                        inline == null ? List.of() : List.of(handToPlm(change)),
                        asked,
                        request.patience(headers));
        return runs.start(registration, new OfChange(change));
    }

    /// What its run will have to know is asked as soon as it is its turn.
    private final class OfChange implements Beginning {
        private final EngineeringChange change;
        private @Nullable Proposal asked;

        OfChange(EngineeringChange change) {
            this.change = change;
        }

        @Override
        public Optional<String> standing(Handle handle) {
            return new PropagationTable(handle).standing(change);
        }

        @Override
        public void isNext(String runId) {
            asked = checks.proposal(change, Optional.of(runId));
        }

        @Override
        public void written(Handle handle, Run run) {
            if (asked != null) {
                checks.begun(run, asked);
            }
            new PropagationTable(handle).insert(run.id(), change);
        }
    }

    /// Changes of an item go one after the other, and so do the versions of a change, whichever
    /// items they name. Of two changes that put two items into each other, the second is checked
    /// once the first stands; a part that many changes add keeps none of them waiting.
    static Set<String> keys(EngineeringChange change) {
        var items = change.items().stream().map(AffectedItem::itemId).map("item:"::concat);
        var pairs =
                change.bomChanges().stream()
                        .filter(moved -> moved.action() == Action.ADD)
                        .map(Propagations::pair);
        return Stream.of(Stream.of("change:" + change.changeNumber()), items, pairs)
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The same whichever of the two goes into the other.
    private static String pair(BomChange added) {
        return Stream.of(added.parentId(), added.componentId())
                .sorted()
                .collect(Collectors.joining("+", "pair:", ""));
    }

    Page<PropagationSummary> page(PropagationQuery query) {
        var wanted =
                new RunSearch(
                        EcoProcess.NAME,
                        query.status() == null
                                ? null
                                : RunBook.statuses(
                                        EcoProcess.NAME, process::status, query.status().name()),
                        query.keys(),
                        null,
                        query.changedSince());
        var page = book.runs(wanted, query.limit(), query.cursor());
        return new Page<>(
                page.items().stream().map(PropagationSummary::of).toList(), page.nextCursor());
    }

    Response resume(String id, @Nullable String reason) {
        return interventions.resume(request.asked(), EcoProcess.NAME, id, reason, Propagation::of);
    }

    Response cancel(String id, @Nullable String reason) {
        return interventions.cancel(request.asked(), EcoProcess.NAME, id, reason, Propagation::of);
    }

    Response skip(String id, String target, String reason) {
        return interventions.skipTarget(
                request.asked(), EcoProcess.NAME, id, target, reason, Propagation::of);
    }

    private EngineeringChange fromCaller(EngineeringChange inline) {
        if (!caller.clientId().equals(PLM)) {
            throw new Rejected(
                    ProblemType.INSUFFICIENT_SCOPE,
                    "Only PLM may send a whole change; others name it by its number.");
        }
        return inline;
    }

    /// PLM owns the change: it stands there before anything is checked.
    private static StepPlan handToPlm(EngineeringChange change) {
        var body = TolerantJson.mapper().<ObjectNode>valueToTree(change);
        body.remove(List.of("changeNumber", "sources"));
        return StepPlan.put(
                "hand the change to PLM",
                "PLM",
                "system",
                "/system/v1/engineering-changes/" + Call.encode(change.changeNumber()),
                body);
    }
}
