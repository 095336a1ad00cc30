package dev.interlock.process.check;

/// One question about a subject, with the code it has in the catalogue of checks.
public interface Check<T> {
    String code();

    /// In a planner's words: "The order is at the current revision".
    String title();

    /// The system that knows the answer.
    String system();

    Result ask(T subject);
}
