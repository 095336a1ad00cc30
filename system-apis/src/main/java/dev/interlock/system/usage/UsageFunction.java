package dev.interlock.system.usage;

/// What an item may be used for, as far as its usage status has a say.
public enum UsageFunction {
    PURCHASING,
    BOM_HEADER,
    BOM_COMPONENT,
    ROUTING,
    PRODUCTION_ORDER_HEADER,
    PRODUCTION_ORDER_COMPONENT,
    INVENTORY,
    QUALITY
}
