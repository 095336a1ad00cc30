package dev.interlock.system.effect;

import dev.interlock.platform.problem.DatabaseTrouble;
import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.TryLater;
import dev.interlock.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// Short transactions. What the database itself undid (serialization failure, deadlock) is done
/// again, three times in all.
@ApplicationScoped
class Transactions {
    private static final int ATTEMPTS = 3;

    private final Jdbi jdbi;

    Transactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    <T> T run(Function<Handle, T> work) {
        return repeated(() -> jdbi.inTransaction(work::apply));
    }

    /// The statement, and what is written with it where there is anything.
    <T> T with(Function<Handle, T> statement, Optional<BiConsumer<Handle, T>> also) {
        return also.isEmpty()
                ? repeated(() -> jdbi.withHandle(statement::apply))
                : run(handle -> {
                    var done = statement.apply(handle);
                    also.get().accept(handle, done);
                    return done;
                });
    }

    private static <T> T repeated(Supplier<T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ConnectionException e) {
                throw unavailable();
            } catch (JdbiException e) {
                if (!DatabaseTrouble.isWorthRepeating(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    throw unavailable();
                }
                pause(attempt);
            }
        }
    }

    /// The transaction did not begin or was undone by the database: certainly no effect.
    private static TryLater unavailable() {
        return new TryLater(
                ProblemType.UNAVAILABLE,
                "The store behind this API cannot take the change now.",
                Duration.ofSeconds(1),
                Effect.NONE);
    }

    private static void pause(int attempt) {
        LockSupport.parkNanos(
                Duration.ofMillis(ThreadLocalRandom.current().nextLong(5, 40L * attempt))
                        .toNanos());
    }
}
