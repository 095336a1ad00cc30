package dev.interlock.sandbox.plant;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// What goes back over the wire.
record Reply(int status, MultiMap headers, @Nullable Buffer body) {
    static Reply json(int status, @Nullable JsonObject body) {
        return of(status, "application/json", body == null ? null : body.toBuffer());
    }

    static Reply of(int status, String contentType, @Nullable Buffer body) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (body != null) {
            headers.set("Content-Type", contentType);
        }
        return new Reply(status, headers, body);
    }
}
