package dev.interlock.partner.quality;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a discipline has to say, each its own.
public sealed interface DisciplineContent {

    /// D0: what was done at once.
    @Schema(name = "EmergencyResponse")
    record EmergencyResponse(
            @NotBlank @Size(max = 4000) String symptom,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Measure> responses)
            implements DisciplineContent {}

    /// D1: who works on it.
    @Schema(name = "Team")
    record Team(
            @NotBlank @Size(max = 200) String leader,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Member> members)
            implements DisciplineContent {}

    @Schema(name = "TeamMember")
    record Member(@NotBlank @Size(max = 200) String name, @NotBlank @Size(max = 200) String role) {}

    /// D2: what is wrong, where, since when and how much of it.
    @Schema(name = "ProblemDescription")
    record ProblemDescription(
            @NotBlank @Size(max = 4000) String what,
            @NotBlank @Size(max = 4000) String where,
            @NotNull LocalDate firstSeenOn,
            @NotBlank @Size(max = 4000) String extent,
            @Size(min = 1, max = 4000) @Nullable String isNot)
            implements DisciplineContent {}

    /// D3: what keeps it from spreading.
    @Schema(name = "Containment")
    record Containment(@NotEmpty @Size(max = 50) List<@NotNull @Valid Contained> measures)
            implements DisciplineContent {}

    @Schema(name = "ContainmentMeasure")
    record Contained(
            @NotBlank @Size(max = 4000) String description,
            @NotBlank @Size(max = 200) String responsible,
            @NotNull LocalDate effectiveOn,
            @NotBlank @Size(max = 2000) String effectiveness) {}

    @Schema(name = "RootCauseMethod")
    enum Method {
        FIVE_WHYS,
        ISHIKAWA,
        FAULT_TREE,
        IS_IS_NOT,
        OTHER
    }

    /// Why it came about, or why nobody saw it.
    @Schema(name = "RootCauseKind")
    enum Kind {
        OCCURRENCE,
        NON_DETECTION
    }

    /// D4: why it happened, and how that was found.
    @Schema(name = "RootCauses")
    record RootCauses(@NotEmpty @Size(max = 50) List<@NotNull @Valid RootCause> causes)
            implements DisciplineContent {}

    @Schema(name = "RootCause")
    record RootCause(
            @NotNull Kind kind,
            @NotNull Method method,
            @NotBlank @Size(max = 4000) String cause,
            @NotBlank @Size(max = 4000) String evidence) {}

    /// D5: what is going to be done about it.
    @Schema(name = "CorrectivePlan")
    record Plan(@NotEmpty @Size(max = 50) List<@NotNull @Valid Planned> measures)
            implements DisciplineContent {}

    @Schema(name = "PlannedMeasure")
    record Planned(
            @NotBlank @Size(max = 4000) String description,
            @NotBlank @Size(max = 200) String responsible,
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = 2000) String verification) {}

    /// D6: what has been done.
    @Schema(name = "ImplementationReport")
    record Implementation(@NotEmpty @Size(max = 50) List<@NotNull @Valid Implemented> measures)
            implements DisciplineContent {}

    @Schema(name = "ImplementedMeasure")
    record Implemented(
            @NotBlank @Size(max = 4000) String description,
            @NotNull LocalDate implementedOn,
            @NotBlank @Size(max = 2000) String evidence) {}

    /// D7: what keeps it from coming back, here and elsewhere.
    @Schema(name = "Prevention")
    record Prevention(
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Measure> measures,
            @Size(max = 50) @Nullable List<@NotBlank @Size(max = 200) String> documents)
            implements DisciplineContent {}

    /// D8: what was achieved, and who is to be thanked.
    @Schema(name = "ClosureReport")
    record ClosureReport(
            @NotBlank @Size(max = 4000) String summary,
            @NotNull LocalDate completedOn,
            @Size(min = 1, max = 2000) @Nullable String recognition)
            implements DisciplineContent {}

    @Schema(name = "Measure")
    record Measure(
            @NotBlank @Size(max = 4000) String description,
            @NotBlank @Size(max = 200) String responsible) {}
}
