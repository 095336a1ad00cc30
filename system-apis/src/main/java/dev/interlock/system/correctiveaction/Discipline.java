package dev.interlock.system.correctiveaction;

/// The disciplines of an 8D report.
public enum Discipline {
    D0,
    D1,
    D2,
    D3,
    D4,
    D5,
    D6,
    D7,
    D8
}
