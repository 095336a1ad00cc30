package dev.interlock.benchmark.crash;

import dev.interlock.benchmark.crash.Defects.Kind;
import dev.interlock.benchmark.piece.Workpiece;
import dev.interlock.benchmark.stage.Bar;
import dev.interlock.benchmark.stage.Books;
import dev.interlock.benchmark.stage.Stage;
import dev.interlock.sandbox.Replica;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Endpoints;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Business goes on while parts are killed; in the end everything has ended, and the books agree.
/// It runs on a stack that somebody else started, with items of its own.
public final class Crash {
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(60);
    private static final Duration WATCHED = Duration.ofMinutes(4);
    private static final Duration WATCHED_SABOTAGED = Duration.ofSeconds(65);
    private static final long LOOK_MS = 400;

    private final Sandbox sandbox;
    private final CrashPlan plan;
    private final Stage stage;
    private final RandomGenerator random;
    private final List<Workpiece> pieces;
    private final Board board;
    private final Diary diary = new Diary();
    private final Defects defects = new Defects();
    private final Pace pace;

    /// What it came to.
    public record Outcome(Defects defects, double secondsToRest, int freezes, List<String> notes) {
        public Outcome {
            notes = List.copyOf(notes);
        }
    }

    public Crash(Sandbox sandbox, CrashPlan plan, Stage stage) {
        this.sandbox = sandbox;
        this.plan = plan;
        this.stage = stage;
        this.random = new Random(plan.seed());
        String prefix = "CR%05d".formatted(random.nextInt(100_000));
        this.pieces =
                IntStream.range(0, plan.items()).mapToObj(n -> Workpiece.of(prefix, n)).toList();
        this.board = new Board(sandbox.ports().postgres(), prefix);
        this.pace = new Pace(plan);
    }

    public Outcome run() {
        try (Api api = new Api(sandbox.endpoints(), InstantSource.system())) {
            prepare(api);
            List<Api> doors = new ArrayList<>(List.of(api));
            List<Victim> victims = new ArrayList<>();
            victims.add(
                    new Victim.First(
                            sandbox,
                            plan.killsSystemTier() ? Part.SYSTEM_APIS : Part.PROCESS_APIS));
            if (plan.replicas() > 1) {
                Replica second = sandbox.secondProcessApis();
                second.start();
                victims.add(new Victim.Second(second));
                doors.add(secondDoor(second));
            }
            return rage(api, doors, victims);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("The harness was interrupted.", e);
        }
    }

    private Api secondDoor(Replica second) {
        Endpoints first = sandbox.endpoints();
        return new Api(
                new Endpoints(
                        first.systemApis(),
                        second.uri(),
                        first.partnerApis(),
                        first.plant(),
                        first.keycloak()),
                InstantSource.system());
    }

    private void prepare(Api api) {
        Bar bar = stage.bar("preparing", plan.items());
        for (int n = 0; n < pieces.size(); n++) {
            pieces.get(n).prepare(api, plan.changesOf(n));
            bar.show(n + 1);
        }
    }

    private Outcome rage(Api api, List<Api> doors, List<Victim> victims)
            throws InterruptedException {
        Mischief mischief = new Mischief(api, random);
        Chaos chaos = new Chaos(plan, sandbox, victims, mischief, board, pace, random);
        Thread watcher = Thread.ofVirtual().name("crash-board").start(this::watch);
        long killedAt;
        double rest;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            mischief.begin();
            List<Future<?>> customers = new ArrayList<>();
            for (int n = 0; n < pieces.size(); n++) {
                Customer customer =
                        new Customer(
                                pieces.get(n),
                                n,
                                plan,
                                doors,
                                board,
                                pace,
                                diary,
                                new Random(random.nextLong()));
                customers.add(
                        threads.submit(() -> {
                            customer.ask();
                            return true;
                        }));
            }
            try {
                killedAt = chaos.rage();
                rest = awaitRest(killedAt);
            } finally {
                customers.forEach(customer -> customer.cancel(true));
                mischief.end();
            }
        } finally {
            watcher.interrupt();
        }
        return outcome(api, chaos, rest);
    }

    private void watch() {
        Bar bar = stage.bar("crash", plan.runs());
        try {
            while (true) {
                board.look();
                bar.show(board.ended(), "%d asked for".formatted(diary.keys().size()));
                Thread.sleep(LOOK_MS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Seconds from the last kill until every run had ended.
    private double awaitRest(long killedAt) throws InterruptedException {
        Duration watched = plan.sabotage() == Sabotage.NONE ? WATCHED : WATCHED_SABOTAGED;
        while (board.ended() < plan.runs()) {
            if (System.nanoTime() - killedAt > watched.toNanos()) {
                break;
            }
            if (System.nanoTime() - killedAt > ENDED_WITHIN.toNanos()
                    && defects.of(Kind.NOT_ENDED).isEmpty()) {
                board.states().entrySet().stream()
                        .filter(run -> !board.hasEnded(run.getKey()))
                        .forEach(run ->
                                defects.add(
                                        Kind.NOT_ENDED,
                                        "%s is %s".formatted(run.getKey(), run.getValue())));
            }
            Thread.sleep(100);
        }
        return (System.nanoTime() - killedAt) / 1e9;
    }

    private Outcome outcome(Api api, Chaos chaos, double rest) {
        List<String> notes = new ArrayList<>();
        try (Books books = Books.open(sandbox.ports().postgres())) {
            List<Effect> effects =
                    api.plant("GET", "/effects", null).body().getJsonArray("items").stream()
                            .map(JsonObject.class::cast)
                            .map(Effect::of)
                            .toList();
            new Judge(plan, pieces, defects).judge(diary, books, effects);
            ErpState erp = new ErpState(api, defects);
            for (int n = 0; n < pieces.size(); n++) {
                erp.judge(pieces.get(n), plan.changesOf(n));
            }
            board.states()
                    .forEach((change, state) -> {
                        if (!state.equals("SUCCEEDED")) {
                            defects.add(Kind.NOT_ENDED, "%s ended %s".formatted(change, state));
                        }
                    });
            notes.add(diary.answers());
            notes.add(
                    "attempts by outcome: "
                            + books.list(
                                    "SELECT coalesce(outcome, 'cut off'), count(*) FROM"
                                            + " process.attempt GROUP BY 1 ORDER BY 2 DESC",
                                    row -> row.getString(1) + " " + row.getLong(2)));
        }
        return new Outcome(defects, rest, chaos.freezes(), notes);
    }
}
