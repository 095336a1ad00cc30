package dev.interlock.system.nonconformance;

/// How a nonconformance fits what it is looked for by: item, lot and order.
public enum Match {
    /// It is about each of those that are named.
    ALL,
    /// It is about one of them.
    ANY
}
