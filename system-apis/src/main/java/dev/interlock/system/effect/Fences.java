package dev.interlock.system.effect;

import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/// The highest fence per run. The shared lock on its row makes whoever announces a higher one wait
/// for the effects under way, so that it reads what they left.
@ApplicationScoped
class Fences {
    private static final String HIGHEST = "SELECT fence FROM fence WHERE run = :run";

    private static final String RAISE =
            """
            INSERT INTO fence (run, fence) VALUES (:run, :fence)
            ON CONFLICT (run) DO UPDATE SET fence = excluded.fence, seen_at = clock_timestamp()
             WHERE fence.fence < excluded.fence
            """;

    private static final String HOLD = "SELECT fence FROM fence WHERE run = :run FOR SHARE";

    /// Refuses a worker that has been replaced; otherwise nobody can replace it before the
    /// transaction ends.
    void pass(Handle handle, Fence fence) {
        var known =
                handle.createQuery(HIGHEST).bind("run", fence.run()).mapTo(Long.class).findOne();
        if (known.isEmpty() || known.get() < fence.number()) {
            handle.createUpdate(RAISE)
                    .bind("run", fence.run())
                    .bind("fence", fence.number())
                    .execute();
        }
        var highest = handle.createQuery(HOLD).bind("run", fence.run()).mapTo(Long.class).one();
        if (highest > fence.number()) {
            throw new Rejected(
                    ProblemType.FENCED,
                    "Run %s has fence %d; a worker with %d has been replaced."
                            .formatted(fence.run(), highest, fence.number()));
        }
    }
}
