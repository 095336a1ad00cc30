package dev.interlock.sandbox.plant;

import dev.interlock.sandbox.backend.Answer;
import dev.interlock.sandbox.backend.BackEnd;
import dev.interlock.sandbox.backend.Call;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A back end with the memory for effect keys that most systems have, and that some have not.
final class Station implements Service {
    private static final int KEPT = 100_000;

    private final Target target;
    private final BackEnd backEnd;
    private final Effects effects;
    private final Runnable changed;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private boolean dedupes = true;

    Station(Target target, BackEnd backEnd, Effects effects, Runnable changed) {
        this.target = target;
        this.backEnd = backEnd;
        this.effects = effects;
        this.changed = changed;
    }

    @Override
    public Future<Reply> perform(HttpServerRequest request, Buffer body) {
        Answer answer;
        try {
            answer = answer(call(request, body));
        } catch (DecodeException | ClassCastException | DateTimeParseException e) {
            answer = Answer.refused(400, "malformed", "the request cannot be understood");
        }
        return Future.succeededFuture(Reply.json(answer.status(), answer.body()));
    }

    private static Call call(HttpServerRequest request, Buffer body) {
        List<String> segments =
                Arrays.stream(String.valueOf(request.path()).split("/", -1)).skip(1).toList();
        Map<String, String> query = new HashMap<>();
        request.params().forEach(query::put);
        JsonObject json = body.length() == 0 ? new JsonObject() : new JsonObject(body);
        String key = request.getHeader("Idempotency-Key");
        return new Call(
                request.method().name(),
                String.valueOf(request.path()),
                segments,
                query,
                json,
                key == null ? "" : key);
    }

    private Answer answer(Call call) {
        if (!call.changes()) {
            return backEnd.answer(call);
        }
        if (call.effectKey().isEmpty()) {
            return Answer.refused(
                    400,
                    "effect-key-missing",
                    "a call that changes something needs an Idempotency-Key");
        }
        String remembered = "%s %s %s".formatted(call.method(), call.path(), call.effectKey());
        Answer first = dedupes ? answers.get(remembered) : null;
        return first == null ? performed(call, remembered) : first;
    }

    private Answer performed(Call call, String remembered) {
        Answer answer = backEnd.answer(call);
        if (answer.succeeded()) {
            answers.put(remembered, answer);
            if (answers.size() > KEPT) {
                answers.remove(answers.keySet().iterator().next());
            }
            if (answer.effect() != null) {
                effects.record(target, answer.effect(), call.effectKey(), answer.businessKey());
            }
            changed.run();
        }
        return answer;
    }

    @Override
    public Reply error(int status, String code, String message) {
        return Reply.json(status, Answer.refused(status, code, message).body());
    }

    @Override
    public boolean passesOn() {
        return false;
    }

    @Override
    public boolean dedupes() {
        return dedupes;
    }

    @Override
    public void setDedupes(boolean remembers) {
        dedupes = remembers;
    }

    @Override
    public JsonObject memory() {
        JsonObject remembered = new JsonObject();
        answers.forEach((key, answer) -> remembered.put(key, answer.toJson()));
        return JsonObject.of("backEnd", backEnd.memory(), "answers", remembered);
    }

    @Override
    public void recall(JsonObject memory) {
        backEnd.recall(memory.getJsonObject("backEnd", new JsonObject()));
        answers.clear();
        memory.getJsonObject("answers", new JsonObject())
                .forEach(entry ->
                        answers.put(entry.getKey(), Answer.ofJson((JsonObject) entry.getValue())));
    }
}
