package dev.interlock.system.structure.reference;

import dev.interlock.system.master.Refusal;
import dev.interlock.system.revision.RevisionDraft;
import dev.interlock.system.revision.RevisionGate;
import dev.interlock.system.revision.RevisionKey;
import dev.interlock.system.structure.StructureKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Keeps a revision from coming into force where it would be part of itself on any day. Two changes
/// that know nothing of each other may each close half of a loop: whoever releases sees all that
/// was released before.
@ApplicationScoped
class LoopGate implements RevisionGate {
    private static final String ONE_BY_ONE =
            "SELECT pg_advisory_xact_lock(hashtextextended('structures in force', 3))";

    /// The days on which a structure below the revision may change, where there is a way back to
    /// its item at all, on whatever day: mostly there is none.
    private static final String DAYS =
            """
            WITH RECURSIVE below AS (
                SELECT b.plant, l.component_id, first.day AS first, greatest(first.day, b.effective_from, l.effective_from) AS day
                  FROM bom b
                  JOIN bom_line l USING (item_id, revision, plant)
                 CROSS JOIN LATERAL (SELECT coalesce(CAST(:from AS date), plant_day(b.plant)) AS day) AS first
                 WHERE b.item_id = :itemId AND b.revision = :revision
                   AND NOT EXISTS (SELECT FROM revision r WHERE r.item_id = :itemId AND r.revision = :revision AND r.status = 'RELEASED')
                UNION
                SELECT w.plant, l.component_id, w.first, greatest(w.first, r.effective_from, b.effective_from, l.effective_from)
                  FROM below w
                  JOIN revision r ON r.item_id = w.component_id AND r.status = 'RELEASED'
                   AND (r.effective_to IS NULL OR r.effective_to >= w.first)
                  JOIN bom b ON b.item_id = r.item_id AND b.revision = r.revision AND b.plant = w.plant AND b.status = 'CERTIFIED'
                  JOIN bom_line l ON l.item_id = b.item_id AND l.revision = b.revision AND l.plant = b.plant
                 WHERE w.component_id <> :itemId)
            SELECT DISTINCT plant, day FROM below w
             WHERE plant IN (SELECT plant FROM below WHERE component_id = :itemId)
               AND (CAST(:to AS date) IS NULL OR day <= :to)
               AND NOT EXISTS (
                   SELECT FROM revision n WHERE n.item_id = :itemId AND n.status = 'RELEASED' AND n.effective_to IS NULL
                      AND n.effective_from > w.first AND n.effective_from <= w.day)
             ORDER BY day, plant
            """;

    private record Day(String plant, LocalDate day) {
        static Day of(ResultSet row, StatementContext context) throws SQLException {
            return new Day(row.getString("plant"), row.getObject("day", LocalDate.class));
        }
    }

    private final BomWalk walk;

    LoopGate(BomWalk walk) {
        this.walk = walk;
    }

    @Override
    public void requireReleasable(Handle handle, RevisionKey key, RevisionDraft draft) {
        handle.createQuery(ONE_BY_ONE).mapTo(String.class).findOne();
        var days =
                handle.createQuery(DAYS)
                        .bindMethods(key)
                        .bindByType("from", draft.effectivity().fromDay(), LocalDate.class)
                        .bindByType("to", draft.effectivity().toDay(), LocalDate.class)
                        .map(Day::of)
                        .list();
        for (var day : days) {
            var refusal = new Refusal();
            walk
                    .everything(
                            handle,
                            new StructureKey(key.itemId(), key.revision(), day.plant()),
                            day.day(),
                            BigDecimal.ONE,
                            Integer.MAX_VALUE)
                    .stream()
                    .filter(step -> step.loop() && step.componentId().equals(key.itemId()))
                    .forEach(step ->
                            refusal.add(
                                    "",
                                    "loop",
                                    "It would be part of itself in plant %s from %s on: %s."
                                            .formatted(
                                                    day.plant(),
                                                    day.day(),
                                                    String.join(" > ", step.path()))));
            refusal.throwIfAny();
        }
    }
}
