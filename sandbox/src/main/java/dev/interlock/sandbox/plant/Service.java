package dev.interlock.sandbox.plant;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/// What stands behind a port that can misbehave.
interface Service {
    /// Performs the request; a failed future means that the caller gets no answer.
    Future<Reply> perform(HttpServerRequest request, Buffer body);

    /// A refusal or an error in the words of this system.
    Reply error(int status, String code, String message);

    /// Whether somebody else performs what it is asked.
    boolean passesOn();

    /// Whether it remembers effect keys.
    boolean dedupes();

    void setDedupes(boolean remembers);

    JsonObject memory();

    void recall(JsonObject memory);
}
