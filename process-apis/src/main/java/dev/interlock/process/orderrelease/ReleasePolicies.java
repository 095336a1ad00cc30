package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.check.Rule;
import dev.interlock.process.policy.PolicyRow.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/// The data that decides: what a failed check means, and what a usage status allows. The most
/// specific row wins.
@ApplicationScoped
class ReleasePolicies {
    private static final String RULES =
            """
            SELECT plant, order_type, "check", mode, on_fail FROM release_policy
             WHERE plant IN (:plant, '*') AND order_type IN (:orderType, '*')
             ORDER BY (plant <> '*') DESC, (order_type <> '*') DESC, ("check" <> '*') DESC
            """;

    /// The rule for one check, by its code.
    interface Rules extends Function<String, Rule> {}

    /// What a usage status means for a function.
    interface Usages extends BiFunction<String, String, Severity> {}

    private record Row(String check, Rule rule) {
        boolean isAbout(String code) {
            return check.equals("*") || check.equals(code);
        }
    }

    private final Jdbi jdbi;

    ReleasePolicies(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// As they stand now, for every check of one order.
    Rules rules(String plant, String orderType) {
        var rows =
                jdbi.withHandle(handle ->
                        handle.createQuery(RULES)
                                .bind("plant", plant)
                                .bind("orderType", orderType)
                                .map((row, _) -> row(row))
                                .list());
        return code ->
                rows.stream()
                        .filter(row -> row.isAbout(code))
                        .map(Row::rule)
                        .findFirst()
                        .orElse(Rule.BLOCK);
    }

    private static Row row(ResultSet row) throws SQLException {
        var check = row.getString("check");
        return new Row(
                check,
                new Rule(
                        row.getString("mode").equals("SKIP"),
                        Outcome.valueOf(row.getString("on_fail")),
                        "%s / %s / %s: %s %s"
                                .formatted(
                                        row.getString("plant"),
                                        row.getString("order_type"),
                                        check,
                                        row.getString("mode"),
                                        row.getString("on_fail"))));
    }

    /// As they stand now, for every status and function. A status that nobody has decided about
    /// blocks.
    Usages usages() {
        var severities =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "SELECT usage_status, function, severity FROM usage_policy")
                                .reduceResultSet(
                                        new HashMap<String, Severity>(),
                                        (known, row, _) -> {
                                            known.put(
                                                    row.getString("usage_status")
                                                            + "/"
                                                            + row.getString("function"),
                                                    Severity.valueOf(row.getString("severity")));
                                            return known;
                                        }));
        return (status, function) ->
                Stream.of(status + "/" + function, status + "/*", "*/" + function, "*/*")
                        .map(severities::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(Severity.BLOCK);
    }
}
