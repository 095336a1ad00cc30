package dev.interlock.platform.quantity;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.interlock.platform.json.DecimalText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An amount in a unit of measure: a decimal string and a UN/ECE Rec 20 code, `{"value": "12.500",
/// "unit": "KGM"}`.
@Schema(examples = "{\"value\": \"12.500\", \"unit\": \"KGM\"}")
public record Quantity(
        @NotNull
                @JsonDeserialize(using = DecimalText.Reader.class)
                @JsonSerialize(using = DecimalText.Writer.class)
                @Schema(
                        implementation = String.class,
                        pattern = "^-?[0-9]{1,18}(\\.[0-9]{1,9})?$",
                        description = "A decimal as text")
                BigDecimal value,
        @NotNull @Pattern(regexp = "[A-Z0-9]{2,3}") @Schema(description = "UN/ECE Rec 20 code")
                String unit) {

    public static Quantity of(String value, String unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }
}
