package dev.interlock.system.structure;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.interlock.platform.json.DecimalText;
import dev.interlock.platform.quantity.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Everything that goes into a quantity of an item on a day, level by level. Of a loop, the line
/// that closes it is shown and not followed, and `loops` names the items on it in order.
public record Explosion(
        String itemId,
        @Nullable String revision,
        String plant,
        LocalDate on,
        Quantity quantity,
        List<Line> lines,
        List<List<String>> loops) {
    @Schema(name = "ExplosionLine")
    public record Line(
            int level,
            String parentId,
            String parentRevision,
            int position,
            String componentId,
            @Nullable String revision,
            Quantity quantity,
            @JsonSerialize(using = DecimalText.Writer.class) @Schema(implementation = String.class)
                    BigDecimal scrapPercent,
            boolean phantom,
            @Nullable Integer operation) {}
}
