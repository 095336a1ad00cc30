package dev.interlock.process.eco;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.Workbench;
import dev.interlock.process.facts.QualityFacts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InspectionDraftTest extends Workbench {
    private static final String PLANS = "/system/v1/inspection-plans/1000/GB-1/";

    @Inject QualityFacts quality;

    @Test
    void whatIsInspectedAtTheRevisionBeforeIsInspectedAtTheNewOne() {
        below.says(
                PLANS + "B", "{\"operations\": [10], \"characteristics\": [{\"name\": \"bore\"}]}");

        assertThat(completed())
                .isEqualTo("{\"operations\":[20,30],\"characteristics\":[{\"name\":\"bore\"}]}");
    }

    @Test
    void aPlanThatQualityHasPreparedIsKeptAndCompleted() {
        below.says(
                PLANS + "B", "{\"operations\": [10], \"characteristics\": [{\"name\": \"bore\"}]}");
        below.says(
                PLANS + "C",
                "{\"operations\": [15, 20], \"characteristics\": [{\"name\": \"lip\"}]}");

        assertThat(completed())
                .isEqualTo("{\"operations\":[15,20,30],\"characteristics\":[{\"name\":\"lip\"}]}");
    }

    /// A change that was given up would have added the operation.
    @Test
    void whatTheRoutingDoesNotHaveIsNotInspected() {
        below.says(
                PLANS + "C",
                "{\"operations\": [15, 20, 99], \"characteristics\": [{\"name\": \"lip\"}]}");

        assertThat(completed())
                .isEqualTo("{\"operations\":[15,20,30],\"characteristics\":[{\"name\":\"lip\"}]}");
    }

    /// One that was written down before drafts named their revision.
    @Test
    void anOlderDraftIsCompletedFromTheRevisionBefore() {
        below.says(
                PLANS + "B", "{\"operations\": [10], \"characteristics\": [{\"name\": \"bore\"}]}");

        assertThat(completed(null))
                .isEqualTo("{\"operations\":[20,30],\"characteristics\":[{\"name\":\"bore\"}]}");
    }

    private String completed() {
        return completed("C");
    }

    private String completed(@Nullable String toRevision) {
        var draft =
                new InspectionDraft(
                        "1000", "GB-1", "B", toRevision, List.of(20, 30), List.of(10, 15, 20, 30));
        return new String(draft.completed(quality), UTF_8);
    }
}
