package dev.interlock.system.nonconformance.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.json.StrictJson;
import dev.interlock.system.nonconformance.Disposition;
import dev.interlock.system.nonconformance.Match;
import dev.interlock.system.nonconformance.Nonconformance;
import dev.interlock.system.nonconformance.NonconformanceReport;
import dev.interlock.system.nonconformance.QualityCore;
import dev.interlock.system.nonconformance.Status;
import dev.interlock.system.sql.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Nonconformances in our own PostgreSQL.
@ApplicationScoped
class ReferenceQualityCore implements QualityCore {
    private static final String RAISE =
            """
            INSERT INTO nonconformance (plant, item_id, revision, lot, serials, order_number, operation, supplier_id,
                                        defect_code, quantity, unit, severity, description, evidence, raised_by)
            VALUES (:plant, :itemId, :revision, :lot, :serials, :orderNumber, :operation,
                    -- a lot is the supplier's who delivered it, whether that is said or not
                    coalesce(CAST(:supplierId AS text), (SELECT supplier_id FROM lot WHERE item_id = :itemId AND lot = :lot)),
                    :defectCode, :quantity, :unit, :severity, :description, :evidence::jsonb, :raisedBy)
            RETURNING *
            """;

    private static final String FIND = "SELECT * FROM nonconformance WHERE nonconformance_id = :id";

    private static final String HOLD = FIND + " FOR UPDATE";

    private static final String MOVE =
            """
            UPDATE nonconformance
               SET status = :to, disposition = coalesce(:disposition::jsonb, disposition), version = version + 1
             WHERE nonconformance_id = :id AND version = :version
            RETURNING *
            """;

    private static final String LIST =
            "SELECT * FROM nonconformance<where> ORDER BY number LIMIT :limit";

    private final Jdbi jdbi;

    ReferenceQualityCore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Nonconformance raise(Handle handle, NonconformanceReport report, String raisedBy) {
        return handle.createQuery(RAISE)
                .bind("plant", report.plant())
                .bind("itemId", report.itemId())
                .bind("revision", report.revision())
                .bind("lot", report.lot())
                .bind("serials", orEmpty(report.serials()).toArray(String[]::new))
                .bind("orderNumber", report.orderNumber())
                .bind("operation", report.operation())
                .bind("supplierId", report.supplierId())
                .bind("defectCode", report.defectCode())
                .bind("quantity", report.quantity().value())
                .bind("unit", report.quantity().unit())
                .bind("severity", report.severity().name())
                .bind("description", report.description())
                .bind("evidence", json(orEmpty(report.evidence())))
                .bind("raisedBy", raisedBy)
                .map(new NonconformanceRow())
                .one();
    }

    @Override
    public Optional<Nonconformance> find(String id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(FIND).bind("id", id).map(new NonconformanceRow()).findOne());
    }

    @Override
    public Optional<Nonconformance> hold(Handle handle, String id) {
        return handle.createQuery(HOLD).bind("id", id).map(new NonconformanceRow()).findOne();
    }

    @Override
    public Nonconformance move(
            Handle handle, Nonconformance held, Status to, @Nullable Disposition disposition) {
        return handle.createQuery(MOVE)
                .bind("to", to.name())
                .bind("disposition", disposition == null ? null : json(disposition))
                .bind("id", held.nonconformanceId())
                .bind("version", held.version())
                .map(new NonconformanceRow())
                .one();
    }

    @Override
    public List<Numbered> list(Filter filter, long after, int limit) {
        var row = new NonconformanceRow();
        var about =
                new Conditions()
                        .where("itemId", filter.itemId(), "item_id = :itemId")
                        .where("lot", filter.lot(), "lot = :lot")
                        .where("orderNumber", filter.orderNumber(), "order_number = :orderNumber");
        var from = new Conditions().where("after", after, "number > :after");
        var wanted =
                (filter.match() == Match.ANY ? from.any(about) : from.all(about))
                        .where("supplierId", filter.supplierId(), "supplier_id = :supplierId")
                        .where("severity", filter.severity(), "severity = :severity")
                        .where("status", filter.status(), "status = :status")
                        .among("plants", filter.plants(), "plant = ANY (:plants)");
        return jdbi.withHandle(handle ->
                wanted.bindTo(handle.createQuery(LIST))
                        .bind("limit", limit)
                        .map((rs, context) ->
                                new Numbered(rs.getLong("number"), row.map(rs, context)))
                        .list());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static String json(Object value) {
        try {
            return StrictJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a value that cannot be written as JSON", e);
        }
    }
}
