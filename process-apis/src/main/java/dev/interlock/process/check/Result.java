package dev.interlock.process.check;

import java.util.List;
import java.util.Map;

/// What a check found, before policy decides what a failure means.
public sealed interface Result {
    record Passed(String detail) implements Result {}

    /// Passed, with something a planner should know.
    record Noted(String detail, Map<String, Object> evidence) implements Result {}

    record Failed(String detail, Map<String, Object> evidence) implements Result {}

    /// Failed in a way that no policy can make good: the system that has to act refuses it itself.
    record Barred(String detail, Map<String, Object> evidence) implements Result {}

    record NotRun(String why) implements Result {}

    /// Every reason at once, or none.
    static Result of(String passed, List<String> reasons, Map<String, Object> evidence) {
        return reasons.isEmpty()
                ? new Passed(passed)
                : new Failed(String.join(" ", reasons), evidence);
    }

    /// Where any reason bars the subject.
    static Result barredBy(List<String> reasons, String passed, Map<String, Object> evidence) {
        return reasons.isEmpty()
                ? new Passed(passed)
                : new Barred(String.join(" ", reasons), evidence);
    }
}
