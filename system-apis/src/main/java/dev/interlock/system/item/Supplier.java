package dev.interlock.system.item;

import dev.interlock.system.master.Source;
import dev.interlock.system.master.Versioned;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A supplier, and whether it may be ordered from.
public record Supplier(
        String supplierId, String name, Status status, long version, List<Source> sources)
        implements Versioned {
    @Schema(name = "SupplierStatus")
    public enum Status {
        ACTIVE,
        BLOCKED
    }
}
