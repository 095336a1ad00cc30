package dev.interlock.sandbox.layout;

import java.util.Map;

/// How a tier (`system`, `process`, `partner`) reaches its schema: it runs as one role and migrates
/// as another.
public record DatabaseSettings(String tier, String jdbcUrl) {
    /// The name of the tiers' database.
    public static final String DATABASE = "interlock";

    /// As Quarkus reads them.
    public Map<String, String> asMap() {
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl,
                "quarkus.datasource.username", tier + "_apis",
                "quarkus.datasource.password", tier + "_apis",
                "quarkus.flyway.username", tier + "_owner",
                "quarkus.flyway.password", tier + "_owner");
    }
}
