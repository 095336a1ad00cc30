package dev.interlock.system.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.system.revision.Effectivity.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EffectivityTest {
    @Test
    void hasWhatItsKindNeedsAndNothingElse() {
        assertThat(of(Kind.DATE, "2026-01-01", null, null)).isTrue();
        assertThat(of(Kind.DATE, "2026-01-01", "2026-01-01", null)).isTrue();
        assertThat(of(Kind.IMMEDIATE, null, null, null)).isTrue();
        assertThat(of(Kind.SERIAL, "0001", "0100", null)).isTrue();
        assertThat(of(Kind.USE_UP, null, null, "SL-0450")).isTrue();

        assertThat(of(Kind.DATE, null, null, null)).isFalse();
        assertThat(of(Kind.DATE, "2026-02-30", null, null)).isFalse();
        assertThat(of(Kind.DATE, "2026-01-02", "2026-01-01", null)).isFalse();
        assertThat(of(Kind.DATE, "2026-01-01", null, "SL-0450")).isFalse();
        assertThat(of(Kind.IMMEDIATE, "2026-01-01", null, null)).isFalse();
        assertThat(of(Kind.USE_UP, null, null, null)).isFalse();
    }

    private static boolean of(
            Kind kind, @Nullable String from, @Nullable String to, @Nullable String itemId) {
        return new Effectivity(kind, from, to, itemId).fitsTogether();
    }
}
