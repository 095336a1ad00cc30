package dev.interlock.process.check;

import dev.interlock.process.check.Result.Barred;
import java.util.Optional;

/// One question about a subject, with the code it has in the catalogue of checks.
public interface Check<T> {
    String code();

    /// In a planner's words: "The order is at the current revision".
    String title();

    /// The system that knows the answer.
    String system();

    Result ask(T subject);

    /// What the system that has to act refuses itself: looked for even where policy skips the
    /// check.
    default Optional<Barred> bar(T subject) {
        return Optional.empty();
    }
}
