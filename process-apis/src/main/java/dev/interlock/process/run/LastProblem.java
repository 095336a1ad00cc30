package dev.interlock.process.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a step is not done, in a sentence: what failed, and when it is tried next.
public record LastProblem(String detail, @Nullable Instant nextAttemptAt) {

    public static Optional<LastProblem> of(RunState run, Step step, List<Attempt> attempts) {
        var last =
                attempts.stream()
                        .filter(a -> a.position() == step.position() && a.detail() != null)
                        .filter(a -> !"DONE".equals(a.outcome()))
                        .max(Comparator.comparingInt(Attempt::number));
        return sentence(run, step, last)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .map(sentence -> new LastProblem(sentence, nextAttemptAt(run, step)));
    }

    /// Null also where the step says when, but nobody comes back to it.
    static @Nullable Instant nextAttemptAt(RunState run, Step step) {
        return goesOn(run, step) ? step.nextAttemptAt() : null;
    }

    /// An ended run leaves everything as it is, and one that takes itself back has no use for what
    /// certainly was not done.
    private static boolean goesOn(RunState run, Step step) {
        return switch (step.state()) {
            case RETRYING, FAILED -> run.isOpen() && run != RunState.UNDOING;
            default -> run.isOpen();
        };
    }

    private static Optional<String> sentence(RunState run, Step step, Optional<Attempt> last) {
        var what = last.map(a -> said(step, a)).orElse("");
        var next = step.nextAttemptAt();
        var goesOn = goesOn(run, step);
        return switch (step.state()) {
            case RETRYING ->
                    Optional.of(goesOn ? what + " It is tried again" + at(next) + "." : what);
            case IN_DOUBT ->
                    Optional.of(
                            what
                                    + " Whether it had an effect is not known"
                                    + (goesOn
                                            ? "; it is asked again under the same key" + at(next)
                                            : "")
                                    + ".");
            case FAILED, PARKED ->
                    Optional.of(goesOn ? what + " A person decides how to go on." : what);
            case COMPENSATING -> last.map(_ -> what + takenBack(goesOn, next));
            case SKIPPED -> Optional.of("Skipped by " + step.remark());
            case NOT_NEEDED -> Optional.of(what + " Nothing is left to be done.");
            case PENDING, RUNNING, SUCCEEDED, COMPENSATED -> Optional.empty();
        };
    }

    private static String takenBack(boolean goesOn, @Nullable Instant next) {
        if (!goesOn) {
            return " It could not be taken back.";
        }
        return next == null
                ? " It could not be taken back; a person decides."
                : " Taking it back is tried again" + at(next) + ".";
    }

    private static String said(Step step, Attempt attempt) {
        var detail = String.valueOf(attempt.detail()).strip();
        return "%s, attempt %d: %s%s"
                .formatted(
                        step.target(),
                        attempt.number(),
                        detail,
                        detail.endsWith(".") || detail.endsWith("!") ? "" : ".");
    }

    private static String at(@Nullable Instant next) {
        return next == null ? " soon" : " at " + next.truncatedTo(ChronoUnit.MILLIS);
    }
}
