package dev.interlock.system.structure;

/// How far a BOM or a routing may be used: only a certified one is built from.
public enum StructureStatus {
    DRAFT,
    CERTIFIED,
    SUPERSEDED,
    INACTIVE
}
