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

    @Test
    void aDayBeginsWhenItDoesInThePlant() throws IOException {
        assertThat(dossier("{\"timeZone\": \"Europe/Berlin\"}").today(LATE))
                .isEqualTo(LocalDate.parse("2026-03-02"));
    }

    @Test
    void withoutAZoneItIsUtc() throws IOException {
        assertThat(dossier("{}").today(LATE)).isEqualTo(LocalDate.parse("2026-03-01"));
    }

    private static OrderDossier dossier(String json) throws IOException {
        return TolerantJson.mapper().readValue(json, OrderDossier.class);
    }
}
