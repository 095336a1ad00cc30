package dev.interlock.sandbox.story;

import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Exchange;
import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where a story is played: requests that are printed, and promises that must hold.
final class Stage {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Api api;
    private final Transcript transcript;

    Stage(Api api, Transcript transcript) {
        this.api = api;
        this.transcript = transcript;
    }

    void title(String title) {
        transcript.title(title);
    }

    void say(String sentence) {
        transcript.say(sentence);
    }

    void point(String text) {
        transcript.point(text);
    }

    Exchange get(String who, String path, String members) {
        return transcript.show(api.get(who, path), members);
    }

    /// Looks without printing.
    Exchange look(String who, String path) {
        return api.get(who, path);
    }

    Exchange post(String who, String path, JsonObject body, String members) {
        String key = "story-" + UUID.randomUUID();
        return transcript.show(
                api.send(who, "POST", path, body, Map.of("Idempotency-Key", key)), members);
    }

    Exchange put(String who, String path, JsonObject body, String members) {
        return transcript.show(api.send(who, "PUT", path, body, Map.of()), members);
    }

    Exchange plant(String method, String path, @Nullable JsonObject body, String members) {
        return transcript.show(api.plant(method, path, body), members);
    }

    /// Whatever has happened, the plant works again.
    void clearFaults(String target) {
        api.plant("DELETE", "/faults/" + target, null);
    }

    /// Looks once a second until it is as wanted, and prints the last look.
    Exchange await(
            String who,
            String path,
            Duration patience,
            Predicate<Exchange> wanted,
            String members) {
        long deadline = System.nanoTime() + patience.toNanos();
        Exchange seen = api.get(who, path);
        while (!wanted.test(seen) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SandboxFailure("The story was interrupted.", e);
            }
            seen = api.get(who, path);
        }
        return transcript.show(seen, members);
    }

    /// The status of an answer must be one of these.
    static void expect(Exchange exchange, String promise, Integer... statuses) {
        expect(
                Set.of(statuses).contains(exchange.status()),
                "%s, but %s".formatted(promise, exchange.problem()));
    }

    static void expect(boolean kept, String promise) {
        if (!kept) {
            throw new SandboxFailure("The story does not hold. Promised: %s.".formatted(promise));
        }
    }
}
