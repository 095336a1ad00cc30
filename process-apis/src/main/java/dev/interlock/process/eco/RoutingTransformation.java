package dev.interlock.process.eco;

import dev.interlock.process.eco.EngineeringChange.Action;
import dev.interlock.process.eco.EngineeringChange.RoutingChange;
import dev.interlock.process.facts.Routing;
import dev.interlock.process.facts.Routing.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Carries a change's operations over into a production routing, in ascending order.
record RoutingTransformation(List<Operation> operations, List<String> problems) {
    RoutingTransformation {
        operations = List.copyOf(operations);
        problems = List.copyOf(problems);
    }

    static RoutingTransformation of(Routing old, List<RoutingChange> changes) {
        var operations = new TreeMap<Integer, Operation>();
        old.operations().forEach(operation -> operations.put(operation.number(), operation));
        var problems = new ArrayList<String>();
        var named = new EachPlace();
        // what goes makes room for what comes, in whatever order the change lists them
        for (var action : List.of(Action.REMOVE, Action.CHANGE, Action.ADD)) {
            for (var change : changes) {
                if (change.action() != action) {
                    continue;
                }
                named.contradiction(action, change.number())
                        .map(what -> at(change) + what)
                        .ifPresentOrElse(problems::add, () -> apply(change, operations, problems));
            }
        }
        return new RoutingTransformation(List.copyOf(operations.values()), problems);
    }

    private static String at(RoutingChange change) {
        return "Operation " + change.number() + " of " + change.itemId();
    }

    private static void apply(
            RoutingChange change, TreeMap<Integer, Operation> operations, List<String> problems) {
        var at = at(change);
        var stands = operations.get(change.number());
        switch (change.action()) {
            case REMOVE -> {
                if (operations.remove(change.number()) == null) {
                    problems.add(at + " does not exist and cannot be removed.");
                }
            }
            case CHANGE -> {
                if (stands == null) {
                    problems.add(at + " does not exist and cannot be changed.");
                } else if (saysNothing(change)) {
                    problems.add(at + " is to be changed, but nothing says to what.");
                } else if (change.description() != null && change.description().isBlank()) {
                    problems.add(at + " needs a description.");
                } else {
                    operations.put(change.number(), merged(change, stands));
                }
            }
            case ADD -> {
                if (stands != null) {
                    problems.add(at + " exists already.");
                } else if (isIncomplete(change)) {
                    problems.add(at + " needs a work center, a run time and a description.");
                } else {
                    operations.put(change.number(), merged(change, null));
                }
            }
        }
    }

    private static boolean saysNothing(RoutingChange change) {
        return Stream.of(
                        change.workCenterId(),
                        change.description(),
                        change.setupTime(),
                        change.runTimePerUnit(),
                        change.inspection(),
                        change.subcontractorId())
                .allMatch(Objects::isNull);
    }

    /// What ERP would refuse once the revision is released.
    private static boolean isIncomplete(RoutingChange change) {
        return change.workCenterId() == null
                || change.runTimePerUnit() == null
                || change.description() == null
                || change.description().isBlank();
    }

    private static Operation merged(RoutingChange change, @Nullable Operation old) {
        var before = Optional.ofNullable(old);
        return new Operation(
                change.number(),
                or(change.workCenterId(), before.map(Operation::workCenterId).orElse("")),
                or(change.description(), before.map(Operation::description).orElse(null)),
                or(change.setupTime(), before.map(Operation::setupTime).orElse(Duration.ZERO)),
                or(
                        change.runTimePerUnit(),
                        before.map(Operation::runTimePerUnit).orElse(Duration.ZERO)),
                or(change.inspection(), before.map(Operation::inspection).orElse(false)),
                or(change.subcontractorId(), before.map(Operation::subcontractorId).orElse(null)));
    }

    private static <T extends @Nullable Object> T or(@Nullable T changed, T old) {
        return changed == null ? old : changed;
    }
}
