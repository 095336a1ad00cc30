package dev.interlock.sandbox.sample;

import io.vertx.core.json.JsonObject;
import java.util.function.Predicate;

/// One thing that the sample data wants to stand, and how to see that it does: loading again
/// changes nothing, whatever has happened to it since.
sealed interface SampleRecord {
    /// A document under its own path, put there when nothing is.
    record Document(String path, JsonObject body) implements SampleRecord {}

    /// Something that is posted once: it stands when the path to look at answers, and one of its
    /// items is the one.
    record Fact(
            String name, String path, JsonObject body, String look, Predicate<JsonObject> stands)
            implements SampleRecord {}

    /// A later state of a document: set unless the member has its value already.
    record Change(String path, String member, String value, JsonObject body)
            implements SampleRecord {}
}
