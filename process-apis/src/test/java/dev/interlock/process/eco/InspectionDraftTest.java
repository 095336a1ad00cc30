package dev.interlock.process.eco;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.Workbench;
import dev.interlock.process.facts.QualityFacts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
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

    private String completed() {
        var draft = new InspectionDraft("1000", "GB-1", "B", "C", List.of(20, 30));
        return new String(draft.completed(quality), UTF_8);
    }
}
