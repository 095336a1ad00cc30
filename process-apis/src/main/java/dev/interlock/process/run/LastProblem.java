package dev.interlock.process.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a step is not done, in a sentence: what failed, and when it is tried next.
public record LastProblem(String detail, @Nullable Instant nextAttemptAt) {

    static Optional<LastProblem> of(Step step, List<Attempt> attempts) {
        var last =
                attempts.stream()
                        .filter(a -> a.position() == step.position() && a.detail() != null)
                        .filter(a -> !"DONE".equals(a.outcome()))
                        .max(Comparator.comparingInt(Attempt::number));
        return sentence(step, last)
                .map(sentence -> new LastProblem(sentence, step.nextAttemptAt()));
    }

    private static Optional<String> sentence(Step step, Optional<Attempt> last) {
        var what = last.map(a -> said(step, a)).orElse("");
        var next = step.nextAttemptAt();
        return switch (step.state()) {
            case RETRYING -> Optional.of(what + " It is tried again" + at(next) + ".");
            case IN_DOUBT ->
                    Optional.of(
                            what
                                    + " Whether it had an effect is not known; it is asked again"
                                    + " under the same key"
                                    + at(next)
                                    + ".");
            case FAILED, PARKED -> Optional.of(what + " A person decides how to go on.");
            case COMPENSATING ->
                    last.map(_ ->
                            what
                                    + (next == null
                                            ? " It could not be taken back; a person decides."
                                            : " Taking it back is tried again" + at(next) + "."));
            case SKIPPED -> Optional.of("Skipped by " + step.remark());
            case PENDING, RUNNING, SUCCEEDED, COMPENSATED -> Optional.empty();
        };
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
