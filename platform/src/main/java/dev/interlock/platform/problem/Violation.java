package dev.interlock.platform.problem;

/// One thing that is wrong: where (JSON pointer into the body, or `?name` for a query parameter,
/// `header:Name` for a header), which rule, and in words.
public record Violation(String pointer, String code, String detail) {}
