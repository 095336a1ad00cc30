package dev.interlock.system.purchase;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.interlock.platform.json.DecimalText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An amount of money: a decimal string and an ISO 4217 code.
@Schema(examples = "{\"amount\": \"58.50\", \"currency\": \"EUR\"}")
public record Money(
        @NotNull
                @PositiveOrZero
                @JsonDeserialize(using = DecimalText.Reader.class)
                @JsonSerialize(using = DecimalText.Writer.class)
                @Schema(implementation = String.class)
                BigDecimal amount,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {}
