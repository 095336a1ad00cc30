package dev.interlock.process.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.json.StrictJson;
import dev.interlock.platform.problem.DatabaseTrouble;
import dev.interlock.process.run.Registered.InProgress;
import dev.interlock.process.run.Registered.KeyReused;
import dev.interlock.process.run.Registered.New;
import dev.interlock.process.run.Registered.Repeated;
import dev.interlock.process.run.Registered.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The ledger's transactions. Each is short, none spans a call to another system.
@ApplicationScoped
class Ledger implements Writing {
    private static final int TRIES = 3;
    private static final int STUMBLES = 3;

    /// This replica, among those that share the ledger.
    private final String owner = UUID.randomUUID().toString();

    private final Jdbi jdbi;
    private final LedgerConfig config;

    Ledger(Jdbi jdbi, LedgerConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /// Writes a run down, owned by this replica, so that nothing that was accepted can be lost. It
    /// is QUEUED only where another run has to end first.
    Registered register(Registration asked, Beginning beginning) {
        return inTransaction(handle -> {
            var table = new RegistrationTable(handle);
            var line = new TreeSet<>(asked.keys());
            var entered = table.enter(asked.asked(), line);
            if (!entered.taken()) {
                return new InProgress(Duration.ofSeconds(1));
            }
            var known = entered.known();
            if (known != null) {
                return known.fingerprint().equals(asked.asked().fingerprint().value())
                        ? new Repeated(new RunTable(handle).find(known.runId()).orElseThrow())
                        : new KeyReused();
            }
            var existing = beginning.standing(handle);
            if (existing.isPresent()) {
                return new Standing(existing.get());
            }
            var id = UUID.randomUUID().toString();
            // nobody can come before it any more: the keys are locked
            var state = entered.waits() ? RunState.QUEUED : RunState.CHECKING;
            if (!entered.waits()) {
                beginning.isNext(id);
            }
            var run = table.insert(id, asked, line, state, owner, config.lease());
            new PlanTable(handle).insert(StepPlan.in(id, 0, asked.prelude(), true));
            beginning.written(handle, run);
            return new New(run);
        });
    }

    List<Run> claim(int most) {
        return inTransaction(handle -> new RunTable(handle).claim(owner, config.lease(), most));
    }

    void renewAll(Collection<String> ids) {
        inTransaction(handle -> {
            new RunTable(handle).renewAll(owner, ids, config.lease());
            return true;
        });
    }

    /// Any worker may claim them at once.
    void letGo(Collection<String> ids) {
        inTransaction(handle -> {
            new RunTable(handle).renewAll(owner, ids, Duration.ZERO);
            return true;
        });
    }

    /// A run whose worker met a bug is tried again a few times; then a person looks, and it rests
    /// as it stands.
    void stumbled(Run run, Throwable bug) {
        inTransaction(handle -> {
            var runs = new RunTable(handle);
            var times = runs.stumbled(run);
            var now = runs.find(run.id()).orElseThrow();
            if (times < STUMBLES) {
                return runs.rest(now, now.state(), runs.now().plus(config.longestPause()));
            }
            new ExceptionTable(handle)
                    .raise(
                            run,
                            "The gateway met a bug of its own, %d times: %s. Its log says more under %s."
                                    .formatted(
                                            times,
                                            bug.getClass().getSimpleName(),
                                            run.correlationId()));
            return runs.rest(now, now.state(), null);
        });
    }

    RunView view(String id) {
        return find(id).orElseThrow(() -> lost(id));
    }

    Optional<RunView> find(String id) {
        return read(handle -> view(handle, id));
    }

    /// The run alone, without anything under it.
    Run run(String id) {
        return read(handle -> new RunTable(handle).find(id)).orElseThrow(() -> lost(id));
    }

    private static IllegalStateException lost(String id) {
        return new IllegalStateException("the ledger has lost run " + id);
    }

    List<Step> steps(Run run) {
        return read(handle -> new StepTable(handle).of(run.id()));
    }

    static Optional<RunView> view(Handle handle, String id) {
        return new RunTable(handle).find(id).map(run -> view(handle, run));
    }

    /// What stands under a run that has just been read.
    static RunView view(Handle handle, Run run) {
        var steps = new StepTable(handle);
        return new RunView(
                run,
                steps.of(run.id()),
                steps.attemptsOf(run.id()),
                run.state() == RunState.QUEUED
                        ? new KeyTable(handle).olderOnSameKeys(run.id())
                        : List.of());
    }

    /// A transaction that only the owner of the run can commit.
    <T> T asOwner(Run run, Function<Handle, T> work) {
        return inTransaction(handle -> {
            new RunTable(handle).requireOwned(run);
            return work.apply(handle);
        });
    }

    /// Looks, without a transaction.
    <T> T read(Function<Handle, T> look) {
        return jdbi.withHandle(look::apply);
    }

    /// Looks for what somebody asks for in one of many ways: planned for just that.
    <T> T search(Function<Handle, T> look) {
        return inTransaction(handle -> {
            handle.execute("SET LOCAL plan_cache_mode = force_custom_plan");
            return look.apply(handle);
        });
    }

    @Override
    public <T> T inTransaction(Function<Handle, T> work) {
        return repeated(() -> jdbi.inTransaction(work::apply));
    }

    @Override
    public <T> T single(Function<Handle, T> statement) {
        return repeated(() -> jdbi.withHandle(statement::apply));
    }

    /// Serialization failures and deadlocks are worth repeating at once; anything else is not.
    private static <T> T repeated(Supplier<T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (attempt == TRIES || !DatabaseTrouble.isWorthRepeating(e)) {
                    throw e;
                }
            }
        }
    }

    static String json(Object value) {
        try {
            return StrictJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a ledger entry that cannot be written as JSON", e);
        }
    }

    static byte[] bytes(Object value) {
        return json(value).getBytes(StandardCharsets.UTF_8);
    }
}
