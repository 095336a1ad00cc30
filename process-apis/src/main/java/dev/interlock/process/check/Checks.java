package dev.interlock.process.check;

import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.check.Result.Barred;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.NotRun;
import dev.interlock.process.check.Result.Noted;
import dev.interlock.process.check.Result.Passed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Asks all checks side by side and gives every finding, in the order of the catalogue.
public final class Checks {
    private Checks() {}

    public static <T> List<Finding> ask(
            List<? extends Check<T>> checks, T subject, Function<String, Rule> rules)
            throws InterruptedException {
        var correlation = CurrentCorrelation.get();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<Finding>>();
            for (var check : checks) {
                asked.add(
                        threads.submit(() ->
                                CurrentCorrelation.with(
                                        correlation,
                                        () -> timed(check, subject, rules.apply(check.code())))));
            }
            var findings = new ArrayList<Finding>();
            for (var one : asked) {
                findings.add(one.get());
            }
            return List.copyOf(findings);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException bug
                    ? bug
                    : new IllegalStateException(e.getCause());
        }
    }

    private static <T> Finding timed(Check<T> check, T subject, Rule rule) {
        var begin = System.nanoTime();
        var finding = answered(check, subject, rule);
        return finding.by(rule.row(), (System.nanoTime() - begin) / 1_000_000);
    }

    private static <T> Finding answered(Check<T> check, T subject, Rule rule) {
        try {
            return finding(
                    check, rule.skips() ? skipped(check, subject) : check.ask(subject), rule);
        } catch (TargetFailed failed) {
            return new Finding(
                    check.code(),
                    Outcome.UNANSWERED,
                    check.title(),
                    failed.detail(),
                    Map.of(),
                    null,
                    failed.system(),
                    0);
        }
    }

    private static <T> Result skipped(Check<T> check, T subject) {
        return check.bar(subject)
                .<Result>map(barred -> barred)
                .orElseGet(() -> new NotRun("Policy skips this check."));
    }

    private static Finding finding(Check<?> check, Result result, Rule rule) {
        return switch (result) {
            case Passed passed -> finding(check, Outcome.PASS, passed.detail(), Map.of());
            case Noted noted -> finding(check, Outcome.WARN, noted.detail(), noted.evidence());
            case NotRun not -> finding(check, Outcome.NOT_RUN, not.why(), Map.of());
            case Failed failed -> finding(check, rule.onFail(), failed.detail(), failed.evidence());
            case Barred barred ->
                    finding(check, Outcome.BLOCK, whatever(rule, barred), barred.evidence());
        };
    }

    private static String whatever(Rule rule, Barred barred) {
        return rule.onFail() == Outcome.BLOCK && !rule.skips()
                ? barred.detail()
                : barred.detail() + " No policy can let this pass.";
    }

    private static Finding finding(
            Check<?> check, Outcome outcome, String detail, Map<String, Object> evidence) {
        return new Finding(
                check.code(), outcome, check.title(), detail, evidence, null, check.system(), 0);
    }

    public static boolean any(List<Finding> findings, Outcome outcome) {
        return findings.stream().anyMatch(finding -> finding.outcome() == outcome);
    }
}
