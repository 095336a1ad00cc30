package dev.interlock.system.hold;

import dev.interlock.system.master.Consistent;
import dev.interlock.system.master.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that must not be used as it otherwise could be. `target` is the item, `item/lot`,
/// `item/serial`, the order or the supplier.
public record Hold(
        String holdId,
        Scope scope,
        String target,
        String reason,
        @Nullable String nonconformanceId,
        Effects effects,
        Status status,
        String placedBy,
        Instant placedAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt,
        @Nullable String evidence,
        long version)
        implements Versioned {
    @Schema(name = "HoldScope")
    public enum Scope {
        ITEM,
        LOT,
        SERIAL,
        ORDER,
        SUPPLIER
    }

    @Schema(name = "HoldStatus")
    public enum Status {
        ACTIVE,
        RELEASED
    }

    /// What it keeps from happening; what is left out it does not touch.
    @Consistent(message = "must keep at least one thing from happening")
    @Schema(name = "HoldEffects")
    public record Effects(Boolean consume, Boolean release, Boolean ship, Boolean pay)
            implements Consistent.Whole {
        public Effects {
            consume = Boolean.TRUE.equals(consume);
            release = Boolean.TRUE.equals(release);
            ship = Boolean.TRUE.equals(ship);
            pay = Boolean.TRUE.equals(pay);
        }

        @Override
        public boolean fitsTogether() {
            return consume || release || ship || pay;
        }
    }
}
