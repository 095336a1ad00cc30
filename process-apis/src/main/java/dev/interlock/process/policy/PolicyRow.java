package dev.interlock.process.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One row of a policy: `*` stands for any, the most specific row wins.
public sealed interface PolicyRow {
    String PLANT = "\\*|[A-Za-z0-9][A-Za-z0-9._-]{0,39}";
    String CODE = "\\*|[A-Z][A-Z0-9_]{0,39}";
    String KINDS = "(DATE|IMMEDIATE|SERIAL|USE_UP)( (DATE|IMMEDIATE|SERIAL|USE_UP))*";

    /// No other row may have the same.
    @JsonIgnore
    List<String> key();

    enum Mode {
        RUN,
        SKIP
    }

    enum OnFail {
        BLOCK,
        ASK,
        WARN
    }

    enum InFlight {
        FINISH_ON_OLD,
        PULL_FORWARD,
        BLOCK
    }

    enum Severity {
        NONE,
        WARN,
        BLOCK
    }

    /// What a failed check of a release means.
    @Schema(name = "ReleasePolicyRow")
    record Release(
            @NotNull @Pattern(regexp = PLANT) String plant,
            @NotNull @Pattern(regexp = CODE) String orderType,
            @NotNull @Pattern(regexp = "\\*|[a-z]+(-[a-z]+)*") String check,
            @NotNull Mode mode,
            @NotNull OnFail onFail)
            implements PolicyRow {
        @Override
        public List<String> key() {
            return List.of(plant, orderType, check);
        }
    }

    /// What happens to open orders when a revision changes.
    @Schema(name = "InFlightPolicyRow")
    record InFlightOrders(@NotNull @Pattern(regexp = PLANT) String plant, @NotNull InFlight policy)
            implements PolicyRow {
        @Override
        public List<String> key() {
            return List.of(plant);
        }
    }

    /// What a usage status means for a function.
    @Schema(name = "UsagePolicyRow")
    record Usage(
            @NotNull @Pattern(regexp = CODE) String usageStatus,
            @NotNull @Pattern(regexp = CODE) String function,
            @NotNull Severity severity)
            implements PolicyRow {
        @Override
        public List<String> key() {
            return List.of(usageStatus, function);
        }
    }

    /// An attribute that a lifecycle asks for.
    @Schema(name = "RequiredAttributeRow")
    record RequiredAttribute(
            @NotNull @Pattern(regexp = CODE) String itemType,
            @NotNull @Pattern(regexp = PLANT) String plant,
            @NotNull @Pattern(regexp = CODE) String lifecycle,
            @NotNull @Size(min = 1, max = 80) String attribute)
            implements PolicyRow {
        @Override
        public List<String> key() {
            return List.of(itemType, plant, lifecycle, attribute);
        }
    }

    /// What a target can take. `units` and `effectivityKinds` are codes with a space between them.
    @Schema(name = "TargetProfileRow")
    record TargetProfile(
            @NotNull @Pattern(regexp = "ERP|MES|QUALITY|SUPPLIER|PLM") String target,
            @NotNull @Pattern(regexp = PLANT) String plant,
            @Nullable @Size(max = 200) String idPattern,
            @Nullable @Min(1) Integer maxDescriptionLength,
            @Nullable @Pattern(regexp = "[A-Z0-9]{2,3}( [A-Z0-9]{2,3})*") String units,
            @Nullable @Size(max = 200) String revisionPattern,
            @Nullable @Pattern(regexp = KINDS) String effectivityKinds,
            boolean needsPlantExtension)
            implements PolicyRow {
        @Override
        public List<String> key() {
            return List.of(target, plant);
        }
    }

    /// What a line that engineering adds becomes in production.
    @Schema(name = "StructureRuleRow")
    record StructureRule(
            @NotNull @Pattern(regexp = PLANT) String plant,
            @NotNull @Pattern(regexp = CODE) String componentType,
            boolean phantom,
            boolean backflush,
            @NotNull
                    @DecimalMin("0")
                    @DecimalMax(value = "100", inclusive = false)
                    @Digits(integer = 2, fraction = 6)
                    BigDecimal scrapPercent)
            implements PolicyRow {
        @Override
        public List<String> key() {
            return List.of(plant, componentType);
        }
    }
}
