package dev.interlock.process.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.platform.access.Caller;
import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.json.TolerantJson;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads policies and replaces them as a whole: what was read is what is changed, and every version
/// is kept with who made it.
@ApplicationScoped
class Policies {
    private final Jdbi jdbi;
    private final Caller caller;
    private final KnownChecks checks;

    Policies(Jdbi jdbi, Caller caller, KnownChecks checks) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.checks = checks;
    }

    <R extends Record & PolicyRow> Policy<R> read(PolicyKind<R> kind) {
        return jdbi.inTransaction(handle -> standing(handle, kind));
    }

    /// What already stands is answered as it is, whatever was read.
    <R extends Record & PolicyRow> Policy<R> replace(
            PolicyKind<R> kind, List<R> rows, @Nullable IfMatch ifMatch) {
        requireSound(rows);
        return jdbi.inTransaction(handle -> {
            handle.execute("SELECT FROM policy WHERE name = ? FOR UPDATE", kind.name());
            var before = standing(handle, kind);
            if (Set.copyOf(before.rows()).equals(Set.copyOf(rows))) {
                return before;
            }
            IfMatch.require(ifMatch, "policy " + kind.name(), before.version());
            keep(handle, before);
            kind.replace(handle, rows);
            handle.createUpdate(
                            """
                            UPDATE policy SET version = version + 1, changed_by = :actor, changed_at = clock_timestamp()
                             WHERE name = :name
                            """)
                    .bind("actor", caller.actor())
                    .bind("name", kind.name())
                    .execute();
            return standing(handle, kind);
        });
    }

    private static <R extends Record & PolicyRow> Policy<R> standing(
            Handle handle, PolicyKind<R> kind) {
        return handle.createQuery(
                        "SELECT version, changed_by, changed_at FROM policy WHERE name = ?")
                .bind(0, kind.name())
                .map((row, _) ->
                        new Policy<>(
                                kind.name(),
                                row.getLong("version"),
                                row.getString("changed_by"),
                                row.getTimestamp("changed_at").toInstant(),
                                kind.rows(handle)))
                .one();
    }

    private static void keep(Handle handle, Policy<?> before) {
        try {
            handle.createUpdate(
                            """
                            INSERT INTO policy_audit (name, version, rows, changed_by, changed_at)
                            VALUES (:name, :version, CAST(:rows AS jsonb), :by, :at)
                            """)
                    .bind("name", before.policy())
                    .bind("version", before.version())
                    .bind("rows", TolerantJson.mapper().writeValueAsString(before.rows()))
                    .bind("by", before.changedBy())
                    .bind("at", before.changedAt())
                    .execute();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows of a policy are JSON", e);
        }
    }

    private void requireSound(List<? extends PolicyRow> rows) {
        var seen = new HashSet<List<String>>();
        var violations = new ArrayList<Violation>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (!seen.add(row.key())) {
                violations.add(
                        new Violation(
                                "/rows/" + i,
                                "duplicate",
                                "Another row says something about %s too."
                                        .formatted(String.join(" / ", row.key()))));
            }
            violations.addAll(PolicyRules.violations(row, "/rows/" + i, checks));
        }
        if (!violations.isEmpty()) {
            throw new Refused(
                    ProblemType.UNPROCESSABLE,
                    violations.size() == 1
                            ? violations.getFirst().detail()
                            : "%d things are wrong with the policy: see violations."
                                    .formatted(violations.size()),
                    violations);
        }
    }

    /// What a policy said before, the newest first.
    List<Version> versions(PolicyKind<?> kind) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT version, changed_by, changed_at, rows FROM policy_audit WHERE name = ?
                                 ORDER BY version DESC LIMIT 200
                                """)
                        .bind(0, kind.name())
                        .map((row, _) ->
                                new Version(
                                        row.getLong("version"),
                                        row.getString("changed_by"),
                                        row.getTimestamp("changed_at").toInstant(),
                                        json(row.getString("rows"))))
                        .list());
    }

    private static JsonNode json(String text) {
        try {
            return TolerantJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept rows of a policy are JSON", e);
        }
    }

    /// One version of a policy that no longer stands.
    @Schema(name = "PolicyVersion")
    public record Version(long version, String changedBy, Instant changedAt, JsonNode rows) {}
}
