package dev.interlock.process.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.json.TolerantJson;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OrderDossierTest {
    private static final InstantSource LATE =
            InstantSource.fixed(Instant.parse("2026-03-01T23:30:00Z"));

    private static final String ORDER =
            """
            {"order": {"orderNumber": "100001", "flags": [%s], "version": 1,
                       "components": [{"position": 10, "itemId": "SL"}]}
            """;

    @Test
    void aDayBeginsWhenItDoesInThePlant() throws IOException {
        assertThat(dossier("{\"timeZone\": \"Europe/Berlin\"}").today(LATE))
                .isEqualTo(LocalDate.parse("2026-03-02"));
    }

    @Test
    void withoutAZoneItIsUtc() throws IOException {
        assertThat(dossier("{}").today(LATE)).isEqualTo(LocalDate.parse("2026-03-01"));
    }

    @Test
    void coversItsMaterialWhereEachComponentIsPromised() throws IOException {
        assertThat(material("0", "").isCovered()).isTrue();
        assertThat(material("1", "").isCovered()).isFalse();
    }

    /// What the order says is put right by asking, though nothing is missing any more.
    @Test
    void doesNotCoverWhatItsOrderSaysIsMissing() throws IOException {
        assertThat(material("0", "\"MATERIAL_SHORTAGE\"").isCovered()).isFalse();
    }

    @Test
    void doesNotCoverWhatNothingIsToldOf() throws IOException {
        assertThat(dossier(ORDER.formatted("") + "}").isCovered()).isFalse();
    }

    private static OrderDossier material(String shortage, String flags) throws IOException {
        return dossier(
                ORDER.formatted(flags)
                        + ", \"availability\": [{\"itemId\": \"SL\", \"shortage\": {\"value\": \"%s\", \"unit\": \"EA\"}}]}"
                                .formatted(shortage));
    }

    private static OrderDossier dossier(String json) throws IOException {
        return TolerantJson.mapper().readValue(json, OrderDossier.class);
    }
}
