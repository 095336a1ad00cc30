package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.check.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/// The data that decides: what a failed check means, what happens to orders in flight, what a usage
/// status allows. The most specific row wins.
@ApplicationScoped
class ReleasePolicies {
    enum InFlight {
        FINISH_ON_OLD,
        PULL_FORWARD,
        BLOCK
    }

    enum Severity {
        NONE,
        WARN,
        BLOCK
    }

    private static final String RULE =
            """
            SELECT plant, order_type, check_code, mode, on_fail FROM release_policy
             WHERE plant IN (:plant, '*') AND order_type IN (:orderType, '*') AND check_code IN (:check, '*')
             ORDER BY (plant <> '*') DESC, (order_type <> '*') DESC, (check_code <> '*') DESC
             LIMIT 1
            """;

    private final Jdbi jdbi;

    ReleasePolicies(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Rule rule(String plant, String orderType, String check) {
        return jdbi.withHandle(handle ->
                handle.createQuery(RULE)
                        .bind("plant", plant)
                        .bind("orderType", orderType)
                        .bind("check", check)
                        .map((row, _) ->
                                new Rule(
                                        row.getString("mode").equals("SKIP"),
                                        Outcome.valueOf(row.getString("on_fail")),
                                        "%s / %s / %s: %s %s"
                                                .formatted(
                                                        row.getString("plant"),
                                                        row.getString("order_type"),
                                                        row.getString("check_code"),
                                                        row.getString("mode"),
                                                        row.getString("on_fail"))))
                        .findOne()
                        .orElse(Rule.BLOCK));
    }

    InFlight inFlight(String plant) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT policy FROM in_flight_policy WHERE plant IN (:plant, '*')"
                                        + " ORDER BY plant = '*' LIMIT 1")
                        .bind("plant", plant)
                        .mapTo(InFlight.class)
                        .findOne()
                        .orElse(InFlight.FINISH_ON_OLD));
    }

    /// A status that nobody has decided about blocks.
    Severity usage(String usageStatus, String function) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT severity FROM usage_policy WHERE usage_status = :status AND"
                                        + " function = :function")
                        .bind("status", usageStatus)
                        .bind("function", function)
                        .mapTo(Severity.class)
                        .findOne()
                        .orElse(Severity.BLOCK));
    }
}
