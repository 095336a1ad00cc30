package dev.interlock.system.correctiveaction.reference;

import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.access.Side;
import dev.interlock.system.correctiveaction.CorrectiveAction;
import dev.interlock.system.correctiveaction.CorrectiveActionCommand;
import dev.interlock.system.correctiveaction.CorrectiveActionCommand.Effectiveness;
import dev.interlock.system.correctiveaction.CorrectiveActionCommand.Verdict;
import dev.interlock.system.correctiveaction.Discipline;
import dev.interlock.system.correctiveaction.Stage;
import dev.interlock.system.correctiveaction.Status;
import dev.interlock.system.correctiveaction.Step;
import dev.interlock.system.master.Refusal;
import java.util.Arrays;
import java.util.List;

/// Which step of the table a command means, and whether it may be taken now.
final class Steps {
    private static final String WHAT = "corrective action";

    private Steps() {}

    /// Whose a command is, whatever the state.
    static Side side(CorrectiveActionCommand command) {
        return switch (command) {
            case CorrectiveActionCommand.Acknowledgement _,
                    CorrectiveActionCommand.Decline _,
                    CorrectiveActionCommand.Submission _ ->
                    Side.SUPPLIER;
            case CorrectiveActionCommand.Decision _,
                    CorrectiveActionCommand.Verification _,
                    CorrectiveActionCommand.Closure _,
                    CorrectiveActionCommand.Cancellation _ ->
                    Side.BUYER;
        };
    }

    /// 409 with the state and the allowed ones; 422 with everything that is missing.
    static Step of(CorrectiveAction action, CorrectiveActionCommand command) {
        var step = meant(action, command);
        if (!step.from().contains(action.status())) {
            throw wrong(action, step.from());
        }
        var refusal = new Refusal();
        needReason(step, command, refusal);
        for (var discipline : step.needed()) {
            refusal.unless(
                    action.document(discipline).isPresent(),
                    "",
                    "discipline-missing",
                    "%s is not written yet.".formatted(discipline));
        }
        refusal.throwIfAny();
        return step;
    }

    /// 409 unless the discipline may be written now.
    static void requireOpen(CorrectiveAction action, Discipline discipline) {
        if (!Step.open(discipline).contains(action.status())) {
            throw wrong(action, Step.open(discipline));
        }
    }

    private static Step meant(CorrectiveAction action, CorrectiveActionCommand command) {
        return switch (command) {
            case CorrectiveActionCommand.Acknowledgement _ -> Step.ACKNOWLEDGE;
            case CorrectiveActionCommand.Decline _ -> Step.DECLINE;
            case CorrectiveActionCommand.Submission submission -> submitting(submission.stage());
            case CorrectiveActionCommand.Decision decision -> {
                var accepted = decision.decision() == Verdict.ACCEPT;
                yield Step.deciding(action.status(), accepted)
                        .orElseThrow(() -> wrong(action, decidable(accepted)));
            }
            case CorrectiveActionCommand.Verification verification ->
                    verification.result() == Effectiveness.EFFECTIVE
                            ? Step.VERIFY
                            : Step.FIND_INEFFECTIVE;
            case CorrectiveActionCommand.Closure _ -> Step.CLOSE;
            case CorrectiveActionCommand.Cancellation _ -> Step.CANCEL;
        };
    }

    private static Step submitting(Stage stage) {
        var step = Step.submitting(stage);
        var refusal = new Refusal();
        refusal.unless(
                step.side() == Side.SUPPLIER,
                "/stage",
                "not-submitted",
                "%s is not handed in: the buyer closes once D8 is written.".formatted(stage));
        refusal.throwIfAny();
        return step;
    }

    private static List<Status> decidable(boolean accepted) {
        return Arrays.stream(Status.values())
                .filter(status -> Step.deciding(status, accepted).isPresent())
                .toList();
    }

    private static void needReason(Step step, CorrectiveActionCommand command, Refusal refusal) {
        var isReturned =
                switch (step) {
                    case RETURN_CONTAINMENT, RETURN_ROOT_CAUSE, RETURN_PLAN, FIND_INEFFECTIVE ->
                            true;
                    case ACKNOWLEDGE,
                            SUBMIT_CONTAINMENT,
                            SUBMIT_ROOT_CAUSE,
                            SUBMIT_PLAN,
                            ACCEPT_PLAN,
                            SUBMIT_IMPLEMENTATION,
                            VERIFY,
                            CLOSE,
                            DECLINE,
                            CANCEL ->
                            false;
                };
        refusal.unless(
                !isReturned || command.reason() != null,
                "/reason",
                "reason-needed",
                "Who gives something back says why.");
    }

    private static WrongState wrong(CorrectiveAction action, List<Status> allowed) {
        return new WrongState(
                WHAT,
                action.correctiveActionId(),
                action.status().name(),
                allowed.stream().map(Enum::name).toList());
    }
}
