package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.check.Rule;
import dev.interlock.process.policy.PolicyRow.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/// The data that decides: what a failed check means, and what a usage status allows. The most
/// specific row wins.
@ApplicationScoped
class ReleasePolicies {
    private static final String RULE =
            """
            SELECT plant, order_type, "check", mode, on_fail FROM release_policy
             WHERE plant IN (:plant, '*') AND order_type IN (:orderType, '*') AND "check" IN (:check, '*')
             ORDER BY (plant <> '*') DESC, (order_type <> '*') DESC, ("check" <> '*') DESC
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
                                                        row.getString("check"),
                                                        row.getString("mode"),
                                                        row.getString("on_fail"))))
                        .findOne()
                        .orElse(Rule.BLOCK));
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
