package dev.interlock.process.facts;

import dev.interlock.platform.quantity.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The production BOM of one item, revision and plant.
public record Bom(
        String usage,
        String status,
        Quantity baseQuantity,
        @Nullable Effectivity effectivity,
        List<Line> lines) {

    public record Line(
            int position,
            String componentId,
            Quantity quantity,
            @Nullable String scrapPercent,
            boolean phantom,
            boolean backflush,
            @Nullable Integer operation,
            @Nullable Effectivity effectivity,
            @Nullable String alternativeGroup) {}
}
