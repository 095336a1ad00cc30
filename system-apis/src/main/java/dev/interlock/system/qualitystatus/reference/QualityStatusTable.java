package dev.interlock.system.qualitystatus.reference;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.qualitystatus.QualityStatus;
import dev.interlock.system.qualitystatus.QualityStatusQuery;
import dev.interlock.system.qualitystatus.QualityStatuses;
import dev.interlock.system.sql.Listing;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/// Reads how a supplier's parts stand. What is blocked is rejected; of the rest a hold or an open
/// nonconformance goes before everything; what is in transit or gone says nothing.
///
/// Every part has a row of its own, so that a page that asks for any status needs no more parts
/// than rows, and the one that the last page ended with.
@ApplicationScoped
class QualityStatusTable implements QualityStatuses {
    private static final String LIST =
            """
            WITH asked AS (
                SELECT s.supplier_id, s.item_id, s.supplier_item_id
                  FROM item_supplier s
                 WHERE (CAST(:supplier AS text) IS NULL OR s.supplier_id = :supplier)
                   AND (CAST(:supplierId AS text) IS NULL OR s.supplier_id = :supplierId)
                   AND (CAST(:itemId AS text) IS NULL OR s.item_id = :itemId)
                   AND item_visible(s.item_id, :plants, :supplier)
                   AND (s.supplier_id, s.item_id) >= (:afterSupplier, :afterItem)
                 ORDER BY s.supplier_id, s.item_id
                 LIMIT CASE WHEN CAST(:lot AS text) IS NULL AND CAST(:status AS text) IS NULL THEN :limit + 1 END
            ), standing AS (
                SELECT a.*, '' AS lot,
                       CASE WHEN EXISTS (SELECT FROM hold h WHERE h.status = 'ACTIVE'
                                            AND ((h.scope = 'ITEM' AND h.target = a.item_id)
                                              OR (h.scope = 'SUPPLIER' AND h.target = a.supplier_id)))
                              OR EXISTS (SELECT FROM nonconformance n
                                          WHERE n.supplier_id = a.supplier_id AND n.item_id = a.item_id AND n.lot IS NULL
                                            AND n.status IN ('OPEN', 'CONTAINED', 'UNDER_REVIEW'))
                            THEN 'ON_HOLD' ELSE 'RELEASED' END AS status
                  FROM asked a
                UNION
                SELECT a.*, l.lot,
                       CASE WHEN b.stock_type IN ('BLOCKED', 'RETURNS') THEN 'REJECTED'
                            WHEN EXISTS (SELECT FROM hold h WHERE h.status = 'ACTIVE'
                                            AND ((h.scope = 'ITEM' AND h.target = a.item_id)
                                              OR (h.scope = 'LOT' AND h.target = a.item_id || '/' || l.lot)
                                              OR (h.scope = 'SUPPLIER' AND h.target = a.supplier_id)))
                              OR EXISTS (SELECT FROM nonconformance n
                                          WHERE n.item_id = a.item_id AND n.lot = l.lot
                                            AND n.status IN ('OPEN', 'CONTAINED', 'UNDER_REVIEW')) THEN 'ON_HOLD'
                            WHEN b.stock_type = 'QUALITY_INSPECTION' THEN 'IN_INSPECTION'
                            ELSE 'RELEASED' END
                  FROM asked a
                  JOIN lot l ON l.item_id = a.item_id AND l.supplier_id = a.supplier_id
                  JOIN balance b ON b.item_id = l.item_id AND b.lot = l.lot AND b.quantity > 0 AND b.stock_type <> 'IN_TRANSIT'
                 WHERE CAST(:plants AS text[]) IS NULL OR b.plant = ANY (:plants)
            )
            SELECT supplier_id, item_id, supplier_item_id, nullif(lot, '') AS lot, status
              FROM standing
             WHERE (CAST(:lot AS text) IS NULL OR lot = :lot)
               AND (CAST(:status AS text) IS NULL OR status = :status)
               AND (:first OR (supplier_id, item_id, lot, status) > (:afterSupplier, :afterItem, :afterLot, :afterStatus))
             ORDER BY standing.supplier_id, standing.item_id, standing.lot, standing.status LIMIT :limit
            """;

    private final Jdbi jdbi;

    QualityStatusTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Page<QualityStatus> statuses(QualityStatusQuery query, Sight sight) {
        var after = Cursor.parts(query.cursor(), 4);
        var isFirst = after.isEmpty();
        var rows =
                Listing.of(
                        jdbi,
                        handle ->
                                handle.createQuery(LIST)
                                        .bindMethods(query)
                                        .bind("supplier", sight.supplierId())
                                        .bind("plants", TextArray.restricting(sight.plants()))
                                        .bind("first", isFirst)
                                        .bind("afterSupplier", isFirst ? "" : after.get(0))
                                        .bind("afterItem", isFirst ? "" : after.get(1))
                                        .bind("afterLot", isFirst ? "" : after.get(2))
                                        .bind("afterStatus", isFirst ? "" : after.get(3))
                                        .bind("limit", query.limit().plusOne())
                                        .map((row, _) ->
                                                new QualityStatus(
                                                        row.getString("supplier_id"),
                                                        row.getString("item_id"),
                                                        row.getString("supplier_item_id"),
                                                        row.getString("lot"),
                                                        QualityStatus.Standing.valueOf(
                                                                row.getString("status"))))
                                        .list());
        return Page.of(rows, query.limit(), QualityStatusTable::cursor);
    }

    private static Cursor cursor(QualityStatus status) {
        return Cursor.of(
                status.supplierId(),
                status.itemId(),
                Objects.requireNonNullElse(status.lot(), ""),
                status.status().name());
    }
}
