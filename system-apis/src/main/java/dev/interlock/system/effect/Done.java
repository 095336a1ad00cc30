package dev.interlock.system.effect;

import org.jspecify.annotations.Nullable;

/// What an effect leaves behind: the answer to give now and to everyone who repeats the request.
///
/// `body` is the resource's new representation, null for 204. `location` is a path from the root of
/// the host. `etag` comes quoted.
public record Done(
        int status, @Nullable Object body, @Nullable String location, @Nullable String etag) {

    /// 201 with the path of what was made.
    public static Done created(String location, Object body, long version) {
        return new Done(201, body, location, quoted(version));
    }

    public static Done created(String location, Object body) {
        return new Done(201, body, location, null);
    }

    public static Done ok(Object body, long version) {
        return new Done(200, body, null, quoted(version));
    }

    public static Done ok(Object body) {
        return new Done(200, body, null, null);
    }

    public static Done noContent() {
        return new Done(204, null, null, null);
    }

    /// For a resource whose ETag is not its version.
    public Done withEtag(String quotedEtag) {
        return new Done(status, body, location, quotedEtag);
    }

    private static String quoted(long version) {
        return "\"" + version + "\"";
    }
}
