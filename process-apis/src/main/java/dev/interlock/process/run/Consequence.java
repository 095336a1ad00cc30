package dev.interlock.process.run;

import dev.interlock.process.run.Outcome.Kind;

/// What an outcome means for its step.
final class Consequence {
    /// Losing the race for an ETag this often means somebody else keeps writing: a person should
    /// look.
    private static final int STALE_TRIES = 5;

    private Consequence() {}

    /// A step that was in doubt stays so until the target answers: what never left this time says
    /// nothing of the last.
    static StepState afterAct(RunProcess process, Step step, int number, Outcome outcome) {
        return switch (outcome.kind()) {
            case DONE -> StepState.SUCCEEDED;
            case NO_EFFECT -> step.isInDoubt() ? StepState.IN_DOUBT : StepState.RETRYING;
            case IN_DOUBT -> StepState.IN_DOUBT;
            case STALE -> isRace(step, number) ? StepState.RETRYING : StepState.FAILED;
            case REFUSED ->
                    process.isNotNeeded(step, outcome.code())
                            ? StepState.NOT_NEEDED
                            : StepState.FAILED;
            case ABSENT -> StepState.FAILED;
            case OUTCOME_UNKNOWN, DEFECT, FENCED -> StepState.PARKED;
        };
    }

    /// Attempts in doubt went out as the first one did: that something stands by now tells of no
    /// race, however many they were.
    private static boolean isRace(Step step, int number) {
        return step.isInDoubt() || number < STALE_TRIES;
    }

    static StepState afterUndo(Outcome outcome) {
        return switch (outcome.kind()) {
            case DONE, ABSENT -> StepState.COMPENSATED;
            case NO_EFFECT, IN_DOUBT, STALE, REFUSED, OUTCOME_UNKNOWN, DEFECT, FENCED ->
                    StepState.COMPENSATING;
        };
    }

    static boolean isTechnical(Kind kind) {
        return kind == Kind.NO_EFFECT || kind == Kind.IN_DOUBT || kind == Kind.STALE;
    }

    static String cause(Kind kind, boolean refusedUndo) {
        if (refusedUndo) {
            return "UNDO_REFUSED";
        }
        return switch (kind) {
            case OUTCOME_UNKNOWN -> "OUTCOME_UNKNOWN";
            case DEFECT, FENCED -> "DEFECT";
            case DONE, NO_EFFECT, STALE, IN_DOUBT, REFUSED, ABSENT -> "FUNCTIONAL";
        };
    }
}
