package dev.interlock.system.correctiveaction;

import static dev.interlock.system.access.Side.BUYER;
import static dev.interlock.system.access.Side.SUPPLIER;

import dev.interlock.system.access.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way of a corrective action, whole: what is done, by which side, in which state, what it
/// leads to, and which stage is handed in with it. A stage that is returned is handed in again.
public enum Step {
    ACKNOWLEDGE(SUPPLIER, Status.ISSUED, Status.ACKNOWLEDGED, null),
    SUBMIT_CONTAINMENT(
            SUPPLIER, Status.ACKNOWLEDGED, Status.CONTAINMENT_SUBMITTED, Stage.CONTAINMENT),
    RETURN_CONTAINMENT(BUYER, Status.CONTAINMENT_SUBMITTED, Status.ACKNOWLEDGED, null),
    SUBMIT_ROOT_CAUSE(
            SUPPLIER, Status.CONTAINMENT_SUBMITTED, Status.ROOT_CAUSE_SUBMITTED, Stage.ROOT_CAUSE),
    RETURN_ROOT_CAUSE(BUYER, Status.ROOT_CAUSE_SUBMITTED, Status.CONTAINMENT_SUBMITTED, null),
    SUBMIT_PLAN(SUPPLIER, Status.ROOT_CAUSE_SUBMITTED, Status.PLAN_SUBMITTED, Stage.PLAN),
    RETURN_PLAN(BUYER, Status.PLAN_SUBMITTED, Status.ROOT_CAUSE_SUBMITTED, null),
    ACCEPT_PLAN(BUYER, Status.PLAN_SUBMITTED, Status.PLAN_ACCEPTED, null),
    SUBMIT_IMPLEMENTATION(SUPPLIER, Status.PLAN_ACCEPTED, Status.IMPLEMENTED, Stage.IMPLEMENTATION),
    FIND_INEFFECTIVE(BUYER, Status.IMPLEMENTED, Status.PLAN_ACCEPTED, null),
    VERIFY(BUYER, Status.IMPLEMENTED, Status.VERIFIED, null),
    CLOSE(BUYER, Status.VERIFIED, Status.CLOSED, Stage.CLOSURE),
    /// From ISSUED or ACKNOWLEDGED.
    DECLINE(SUPPLIER, null, Status.DECLINED, null),
    /// From wherever it has not ended.
    CANCEL(BUYER, null, Status.CANCELLED, null);

    private final Side side;
    private final @Nullable Status from;
    private final Status to;
    private final @Nullable Stage stage;

    Step(Side side, @Nullable Status from, Status to, @Nullable Stage stage) {
        this.side = side;
        this.from = from;
        this.to = to;
        this.stage = stage;
    }

    public Side side() {
        return side;
    }

    public Status to() {
        return to;
    }

    /// What has to be complete.
    public List<Discipline> needed() {
        return stage == null ? List.of() : stage.required();
    }

    public List<Status> from() {
        if (from != null) {
            return List.of(from);
        }
        return Arrays.stream(Status.values())
                .filter(status ->
                        this == DECLINE
                                ? !status.hasReached(Status.CONTAINMENT_SUBMITTED)
                                : !status.isEnded())
                .toList();
    }

    /// The step that hands a stage in.
    public static Step submitting(Stage stage) {
        return Arrays.stream(values())
                .filter(step -> step.stage == stage)
                .findFirst()
                .orElseThrow();
    }

    /// What a buyer's ACCEPT or RETURN means in a state; empty where there is nothing to decide.
    public static Optional<Step> deciding(Status status, boolean accepted) {
        return Arrays.stream(values())
                .filter(step ->
                        step.from == status
                                && step.name().startsWith(accepted ? "ACCEPT_" : "RETURN_"))
                .findFirst();
    }

    /// A discipline may be written from the acknowledgement on, ahead of its stage too, and no more
    /// once the stage is handed in.
    public static List<Status> open(Discipline discipline) {
        var handedIn = submitting(Stage.of(discipline)).to();
        return Arrays.stream(Status.values())
                .filter(status ->
                        status.hasReached(Status.ACKNOWLEDGED) && !status.hasReached(handedIn))
                .toList();
    }
}
