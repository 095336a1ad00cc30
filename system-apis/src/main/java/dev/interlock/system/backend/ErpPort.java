package dev.interlock.system.backend;

/// What the gateway asks of an ERP. Every kind of object has its own port that extends this one; an
/// adapter carries the name of its back end as `@Identifier`.
public interface ErpPort {}
