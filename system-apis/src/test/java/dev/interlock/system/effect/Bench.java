package dev.interlock.system.effect;

import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A work bench with one lathe of ours and one robot that is somebody else's.
@Path("/system/v1/bench")
@Singleton
@Authenticated
@RunOnVirtualThread
public class Bench {
    final AtomicInteger turned = new AtomicInteger();
    final Robot robot = new Robot();
    private final Effects effects;

    Bench(Effects effects) {
        this.effects = effects;
    }

    public record Part(@NotNull String name) {}

    public record Made(String name, int count) {}

    @POST
    @Path("parts")
    public Response turn(Part part) {
        return effects.perform(
                "bench.turn",
                handle -> {
                    if (part.name().equals("none")) {
                        throw new NotFound("part", part.name());
                    }
                    handle.execute(
                            "INSERT INTO fence (run, fence) VALUES (?, 1)", "part-" + part.name());
                    return Done.created(
                            "/system/v1/bench/parts/" + part.name(),
                            new Made(part.name(), turned.incrementAndGet()),
                            1);
                });
    }

    @PUT
    @Path("parts/{name}")
    public Response set(@PathParam("name") String name, Part part) {
        return effects.perform(
                "bench.set", _ -> Done.ok(new Made(part.name(), turned.incrementAndGet()), 2));
    }

    @POST
    @Path("welds")
    public Response weld(Part part) {
        return effects.performRemotely("bench.weld", robot);
    }

    /// Welds, and can lose its voice before or after the weld.
    static class Robot implements RemoteEffect<Integer> {
        final AtomicInteger welds = new AtomicInteger();
        volatile Mood mood = Mood.WELL;
        volatile boolean parks;

        enum Mood {
            WELL,
            AWAY,
            DUMB_AFTER
        }

        @Override
        public String system() {
            return "ROBOT";
        }

        @Override
        public Settlement<Integer> settlement() {
            return parks
                    ? new Settlement.Park<>()
                    : new Settlement.Verify<>(Duration.ofMillis(1500), _ -> lookUp());
        }

        @Override
        public Integer send(String effectKey) {
            return switch (mood) {
                case WELL -> welds.incrementAndGet();
                case AWAY -> throw TargetFailed.unavailable(system(), Effect.NONE, null);
                case DUMB_AFTER -> {
                    welds.incrementAndGet();
                    throw TargetFailed.tooLate(system(), Effect.UNKNOWN, null);
                }
            };
        }

        @Override
        public Done done(Integer outcome) {
            return Done.created("/system/v1/bench/welds/" + outcome, new Made("weld", outcome));
        }

        private Optional<Integer> lookUp() {
            return welds.get() == 0 ? Optional.empty() : Optional.of(welds.get());
        }
    }
}
