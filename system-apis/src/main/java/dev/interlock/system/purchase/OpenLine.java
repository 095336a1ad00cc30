package dev.interlock.system.purchase;

import java.math.BigDecimal;

/// How much of a line is agreed, on its way and received, in the item's base unit.
public record OpenLine(
        int line,
        String itemId,
        BigDecimal agreed,
        BigDecimal onTheWay,
        BigDecimal received,
        PurchaseOrder.LineState state) {}
