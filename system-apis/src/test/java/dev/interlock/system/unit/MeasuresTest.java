package dev.interlock.system.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.quantity.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final Measures MEASURES =
            new Measures(
                    Map.of(
                            "EA", new Unit("EA", true, null, Fraction.ONE),
                            "XBX", new Unit("XBX", true, null, Fraction.ONE),
                            "KGM", new Unit("KGM", false, "MASS", Fraction.ONE),
                            "GRM", new Unit("GRM", false, "MASS", Fraction.of(1, 1000)),
                            "LBR", new Unit("LBR", false, "MASS", Fraction.of(45359237, 100000000)),
                            "MTR", new Unit("MTR", false, "LENGTH", Fraction.ONE)),
                    Map.of(
                            "bolt",
                                    new Measures.Scale(
                                            "EA",
                                            Map.of(
                                                    "XBX",
                                                    Fraction.of(12, 1),
                                                    "GRM",
                                                    Fraction.of(1, 7))),
                            "oil", new Measures.Scale("KGM", Map.of("XBX", Fraction.of(1, 3)))));

    @Test
    void convertsByTheItemsOwnUnitsAndByDimension() {
        assertThat(convert("bolt", "3", "XBX")).isEqualTo(converted("36"));
        assertThat(convert("bolt", "21", "GRM")).isEqualTo(converted("3"));
        assertThat(convert("oil", "250", "GRM")).isEqualTo(converted("0.25"));
        assertThat(convert("oil", "1", "LBR")).isEqualTo(converted("0.45359237"));
    }

    @Test
    void refusesFractionsOfWhatIsOnlyCountedWhole() {
        assertThat(convert("bolt", "1.5", "EA")).isEqualTo(new Conversion.NotWhole("EA"));
        assertThat(convert("bolt", "1", "GRM")).isEqualTo(new Conversion.NotWhole("EA"));
        assertThat(convert("oil", "0.5", "XBX")).isEqualTo(new Conversion.NotWhole("XBX"));
    }

    @Test
    void refusesWhatDoesNotComeOutInsteadOfRounding() {
        assertThat(convert("oil", "1", "XBX")).isEqualTo(new Conversion.NotExact("XBX", "KGM"));
        assertThat(convert("oil", "3", "XBX")).isEqualTo(converted("1"));
    }

    @Test
    void knowsWhatItCannotConvert() {
        assertThat(convert("oil", "1", "MTR"))
                .isEqualTo(new Conversion.NotConvertible("MTR", "KGM"));
        assertThat(convert("oil", "1", "ZZ")).isEqualTo(new Conversion.UnknownUnit("ZZ"));
    }

    @Test
    void neverDrifts() {
        var random = new Random(4711);
        for (var i = 0; i < 10_000; i++) {
            var amount = Fraction.of(random.nextLong(1, 1_000_000), random.nextLong(1, 1_000_000));
            var factor = Fraction.of(random.nextLong(1, 1_000_000), random.nextLong(1, 1_000_000));

            assertThat(amount.times(factor).over(factor)).isEqualTo(amount);
        }
    }

    @Test
    void roundsUpOnceWhenItMust() {
        assertThat(Fraction.of(10, 3).roundedUp(0)).isEqualByComparingTo("4");
        assertThat(Fraction.of(10, 3).roundedUp(2)).isEqualByComparingTo("3.34");
        assertThat(Fraction.of(4, 2).roundedUp(6)).isEqualByComparingTo("2");
    }

    private static Conversion convert(String item, String value, String unit) {
        return MEASURES.toBase(item, Quantity.of(value, unit));
    }

    private static Conversion converted(String value) {
        return new Conversion.Converted(new BigDecimal(value));
    }
}
