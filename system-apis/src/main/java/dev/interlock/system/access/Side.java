package dev.interlock.system.access;

/// Which side of a relation between buyer and supplier somebody is on.
public enum Side {
    BUYER,
    SUPPLIER
}
