package dev.interlock.process.notice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.process.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/// The notices that stand. Every read names the supplier it is for, or `*` where a caller may see
/// all.
@ApplicationScoped
public class SupplierNotices {
    private static final String ISSUE =
            """
            INSERT INTO supplier_notice (supplier_id, change_number, change_version, title, effectivity, parts, run_id)
            VALUES (:supplier, :change, :version, :title, :effectivity::jsonb, :parts::jsonb, :run)
            ON CONFLICT (supplier_id, change_number) DO UPDATE
               SET change_version = excluded.change_version, title = excluded.title, effectivity = excluded.effectivity,
                   parts = excluded.parts, run_id = excluded.run_id, issued_at = clock_timestamp(),
                   acknowledged_at = NULL, acknowledged_by = NULL
             WHERE supplier_notice.change_version <= excluded.change_version
            """;

    private static final String SELECT =
            """
            SELECT supplier_id, change_number, change_version, title, effectivity::text AS effectivity,
                   parts::text AS parts, issued_at, acknowledged_at, acknowledged_by
              FROM supplier_notice
             WHERE (:supplier = '*' OR supplier_id = :supplier)
            """;

    private final Jdbi jdbi;
    private final Outbox outbox;

    SupplierNotices(Jdbi jdbi, Outbox outbox) {
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    /// Writes what a plan holds for one supplier, and the fact that it stands.
    public void issue(Handle handle, String runId, JsonNode notice) {
        var supplier = notice.path("supplierId").asText();
        var change = notice.path("changeNumber").asText();
        handle.createUpdate(ISSUE)
                .bind("supplier", supplier)
                .bind("change", change)
                .bind("version", notice.path("changeVersion").asLong())
                .bind("title", notice.path("title").asText())
                .bind("effectivity", notice.path("effectivity").toString())
                .bind("parts", notice.path("parts").toString())
                .bind("run", runId)
                .execute();
        outbox.record(
                handle, Outbox.Fact.NOTICE_ISSUED, "notice/" + supplier + "/" + change, notice);
    }

    public Optional<SupplierNotice> find(String supplier, String changeNumber) {
        return jdbi.withHandle(handle -> find(handle, supplier, changeNumber));
    }

    Optional<SupplierNotice> find(Handle handle, String supplier, String changeNumber) {
        return handle.registerRowMapper(ConstructorMapper.factory(SupplierNotice.class))
                .createQuery(SELECT + " AND change_number = :change ORDER BY supplier_id LIMIT 1")
                .bind("supplier", supplier)
                .bind("change", changeNumber)
                .mapTo(SupplierNotice.class)
                .findOne();
    }

    public Page<SupplierNotice> list(String supplier, Limit limit, @Nullable Cursor cursor) {
        var from = Cursor.parts(cursor, 3);
        List<SupplierNotice> rows =
                jdbi.withHandle(handle -> {
                    handle.registerRowMapper(ConstructorMapper.factory(SupplierNotice.class));
                    var after =
                            from.isEmpty()
                                    ? ""
                                    : " AND (issued_at, supplier_id, change_number) >"
                                            + " (:at::timestamptz, :lastSupplier, :lastChange)";
                    var query =
                            handle.createQuery(
                                            SELECT
                                                    + after
                                                    + " ORDER BY issued_at, supplier_id,"
                                                    + " change_number LIMIT :limit")
                                    .bind("supplier", supplier)
                                    .bind("limit", limit.plusOne());
                    if (!from.isEmpty()) {
                        query.bind("at", instant(from.get(0)))
                                .bind("lastSupplier", from.get(1))
                                .bind("lastChange", from.get(2));
                    }
                    return query.mapTo(SupplierNotice.class).list();
                });
        return Page.of(
                rows,
                limit,
                n -> Cursor.of(n.issuedAt().toString(), n.supplierId(), n.changeNumber()));
    }

    private static String instant(String text) {
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw new InvalidRequest(
                    "?cursor", "cursor", "The cursor is not one that this list gave.");
        }
    }
}
