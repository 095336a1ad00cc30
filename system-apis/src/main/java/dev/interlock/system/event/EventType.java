package dev.interlock.system.event;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The canonical events: what a fact is called, whichever system it came from.
public enum EventType {
    PLM_CHANGE_RELEASED("plm.change.released"),
    ERP_PLANT_CHANGED("erp.plant.changed"),
    ERP_SUPPLIER_CHANGED("erp.supplier.changed"),
    ERP_CROSS_REFERENCE_CHANGED("erp.cross-reference.changed"),
    ERP_ITEM_CHANGED("erp.item.changed"),
    ERP_ITEM_SUPPLIERS_CHANGED("erp.item-suppliers.changed"),
    ERP_UNIT_CONVERSIONS_CHANGED("erp.unit-conversions.changed"),
    ERP_REVISION_CHANGED("erp.revision.changed"),
    ERP_BOM_CHANGED("erp.bom.changed"),
    ERP_ROUTING_CHANGED("erp.routing.changed"),
    ERP_WORK_CENTER_CHANGED("erp.work-center.changed"),
    ERP_SALES_ORDER_CHANGED("erp.sales-order.changed"),
    ERP_PRODUCTION_ORDER_CHANGED("erp.production-order.changed"),
    ERP_PRODUCTION_ORDER_CREATED("erp.production-order.created"),
    ERP_PRODUCTION_ORDER_PARTIALLY_RELEASED("erp.production-order.partially-released"),
    ERP_PRODUCTION_ORDER_RELEASED("erp.production-order.released"),
    ERP_PRODUCTION_ORDER_RELEASE_REFUSED("erp.production-order.release-refused"),
    ERP_PRODUCTION_ORDER_CONFIRMED("erp.production-order.confirmed"),
    ERP_PRODUCTION_ORDER_TECHNICALLY_COMPLETED("erp.production-order.technically-completed"),
    ERP_PRODUCTION_ORDER_CANCELLED("erp.production-order.cancelled"),
    ERP_PRODUCTION_ORDER_CLOSED("erp.production-order.closed"),
    ERP_RESERVATION_MADE("erp.reservation.made"),
    ERP_RESERVATION_CANCELLED("erp.reservation.cancelled"),
    ERP_PURCHASE_ORDER_ISSUED("erp.purchase-order.issued"),
    ERP_PURCHASE_ORDER_CHANGED("erp.purchase-order.changed"),
    ERP_PURCHASE_ORDER_RECEIVED("erp.purchase-order.received"),
    ERP_INVENTORY_MOVED("erp.inventory.moved"),
    MES_JOB_ORDER_DISPATCHED("mes.job-order.dispatched"),
    MES_JOB_ORDER_STARTED("mes.job-order.started"),
    MES_JOB_ORDER_ENDED("mes.job-order.ended"),
    MES_MATERIAL_ISSUED("mes.material.issued"),
    MES_OPERATION_CONFIRMED("mes.operation.confirmed"),
    QUALITY_NONCONFORMANCE_RAISED("quality.nonconformance.raised"),
    QUALITY_NONCONFORMANCE_DISPOSITIONED("quality.nonconformance.dispositioned"),
    QUALITY_NONCONFORMANCE_ESCALATED("quality.nonconformance.escalated"),
    QUALITY_HOLD_PLACED("quality.hold.placed"),
    QUALITY_HOLD_RELEASED("quality.hold.released"),
    QUALITY_NOTIFICATION_SENT("quality.notification.sent"),
    QUALITY_NOTIFICATION_CHANGED("quality.notification.changed"),
    SUPPLIER_PURCHASE_ORDER_ACKNOWLEDGED("supplier.purchase-order.acknowledged"),
    SUPPLIER_SHIPMENT_ANNOUNCED("supplier.shipment.announced"),
    SUPPLIER_SHIPMENT_CHANGED("supplier.shipment.changed"),
    SUPPLIER_NOTICE_ISSUED("supplier.notice.issued"),
    SUPPLIER_CORRECTIVE_ACTION_ISSUED("supplier.corrective-action.issued"),
    SUPPLIER_CORRECTIVE_ACTION_SUBMITTED("supplier.corrective-action.submitted"),
    SUPPLIER_CORRECTIVE_ACTION_CHANGED("supplier.corrective-action.changed"),
    SUPPLIER_CORRECTIVE_ACTION_CLOSED("supplier.corrective-action.closed"),
    GATEWAY_RUN_COMPLETED("gateway.run.completed"),
    GATEWAY_RUN_INCOMPLETE("gateway.run.incomplete"),
    GATEWAY_RUN_ENDED("gateway.run.ended");

    private final String canonicalName;

    EventType(String canonicalName) {
        this.canonicalName = canonicalName;
    }

    /// The CloudEvents `type`.
    public String canonicalName() {
        return canonicalName;
    }

    static Set<String> canonicalNames() {
        return Arrays.stream(values())
                .map(EventType::canonicalName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
