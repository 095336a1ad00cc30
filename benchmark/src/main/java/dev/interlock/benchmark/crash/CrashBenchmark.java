package dev.interlock.benchmark.crash;

import dev.interlock.benchmark.crash.Defects.Kind;
import dev.interlock.benchmark.stage.Arguments;
import dev.interlock.benchmark.stage.Benchmark;
import dev.interlock.benchmark.stage.Measure;
import dev.interlock.benchmark.stage.Result;
import dev.interlock.benchmark.stage.Stage;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.tier.Tuning;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `bench crash`: what kill -9 costs.
public final class CrashBenchmark implements Benchmark {
    private static final Set<Part> PARTS =
            EnumSet.of(
                    Part.POSTGRES, Part.KEYCLOAK, Part.PLANT, Part.SYSTEM_APIS, Part.PROCESS_APIS);
    private static final int SHOWN = 12;

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public String line() {
        return "kill -9 in the middle of changes: what is lost, done twice or out of order"
                + " (--quick, --runs N, --kills N, --items N, --database-stops N, --replicas 2,"
                + " --system, --sabotage lookup-off|short-lease|short-lease-unfenced, --seed N)";
    }

    @Override
    public Result run(Stage stage, Arguments arguments) {
        CrashPlan plan = plan(arguments);
        arguments.end();
        Saboteur saboteur = new Saboteur(plan.sabotage(), stage.portBase());
        try (Sandbox sandbox = stage.start(PARTS, saboteur.tuning(Tuning.NONE))) {
            saboteur.begin(sandbox.ports());
            stage.say("Seed " + plan.seed());
            return result(plan, new Crash(sandbox, plan, stage).run());
        } finally {
            saboteur.end();
        }
    }

    private static CrashPlan plan(Arguments given) {
        long seed = given.number("--seed", (int) (System.nanoTime() % 1_000_000));
        CrashPlan usual = given.flag("--quick") ? CrashPlan.brief(seed) : CrashPlan.full(seed);
        return new CrashPlan(
                given.number("--runs", usual.runs()),
                given.number("--kills", usual.kills()),
                given.number("--items", usual.items()),
                given.number("--database-stops", usual.databaseStops()),
                given.number("--replicas", 1),
                given.flag("--system"),
                Sabotage.named(given.text("--sabotage", "none")),
                seed);
    }

    /// Keys that no run planned are the sabotage itself, and none of its consequences.
    private static int seen(Defects defects) {
        return defects.all().size() - defects.of(Kind.EFFECT_UNKNOWN).size();
    }

    private Result result(CrashPlan plan, Crash.Outcome outcome) {
        List<Measure> measures = new ArrayList<>();
        boolean honest = plan.sabotage() == Sabotage.NONE;
        for (Kind kind : Kind.values()) {
            int found = outcome.defects().of(kind).size();
            measures.add(
                    honest
                            ? Measure.atMost(kind.words(), found, 0)
                            : Measure.shown(kind.words(), found));
        }
        measures.add(
                honest
                        ? Measure.atMost(
                                "seconds from the last kill to rest", outcome.secondsToRest(), 60)
                        : Measure.atLeast(
                                "defects that the harness saw", seen(outcome.defects()), 1));
        List<String> notes = new ArrayList<>(outcome.notes());
        notes.add("seed " + plan.seed() + ", replica frozen " + outcome.freezes() + " times");
        outcome.defects().all().stream().limit(SHOWN).forEach(notes::add);
        String title =
                "%d runs over %d items, %s killed %d times, PostgreSQL stopped %d times%s"
                        .formatted(
                                plan.runs(),
                                plan.items(),
                                plan.killsSystemTier() ? "system tier" : "process tier",
                                plan.kills(),
                                plan.databaseStops(),
                                honest ? "" : ", sabotaged: " + plan.sabotage().word());
        return new Result(honest ? name() : name() + "-sabotaged", title, measures, notes);
    }
}
