package dev.interlock.system.effect;

import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The highest fence per run. The shared lock on its row makes whoever announces a higher one wait
/// for the effects under way, so that it reads what they left.
@ApplicationScoped
class Fences {
    private static final String RAISE =
            """
            INSERT INTO fence (run, fence) VALUES (:run, :fence)
            ON CONFLICT (run) DO UPDATE SET fence = excluded.fence, seen_at = clock_timestamp()
             WHERE fence.fence < excluded.fence
            """;

    /// A lower one is not held: whoever raises it would wait for all who hold it.
    private static final String HOLD =
            "SELECT fence FROM fence WHERE run = :run AND fence >= :fence FOR SHARE";

    /// Refuses a worker that has been replaced; otherwise nobody can replace it before the
    /// transaction ends.
    void pass(Handle handle, Fence fence) {
        var highest =
                hold(handle, fence)
                        .orElseGet(() -> {
                            handle.createUpdate(RAISE)
                                    .bind("run", fence.run())
                                    .bind("fence", fence.number())
                                    .execute();
                            return hold(handle, fence).orElseThrow();
                        });
        if (highest > fence.number()) {
            throw new Rejected(
                    ProblemType.FENCED,
                    "Run %s has fence %d; a worker with %d has been replaced."
                            .formatted(fence.run(), highest, fence.number()));
        }
    }

    private static Optional<Long> hold(Handle handle, Fence fence) {
        return handle.createQuery(HOLD)
                .bind("run", fence.run())
                .bind("fence", fence.number())
                .mapTo(Long.class)
                .findOne();
    }
}
