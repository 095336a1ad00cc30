package dev.interlock.system.master;

import dev.interlock.system.event.EventType;

/// A kind of master record: its name in messages and lineage, and the fact that is told when one
/// changes.
public record MasterKind(String noun, EventType changed) {}
