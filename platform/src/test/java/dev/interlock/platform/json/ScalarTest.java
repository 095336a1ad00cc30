package dev.interlock.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// However a number is written on its way, whoever takes it first takes what the next one takes.
class ScalarTest {
    private static final String THIRTY_DIGITS = "999999999999999999999999999999";

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1E+29", "12E-30", "0E+5", THIRTY_DIGITS})
    void aNumberOfThirtyDigitsIsTaken(String number) {
        assertThat(isTaken(new BigDecimal(number))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+30", "12E+29", "1E-31", "9E+999999999", "1" + THIRTY_DIGITS})
    void aNumberThatIsLongerOnceItIsWrittenOutIsRefused(String number) {
        assertThat(isTaken(new BigDecimal(number))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({THIRTY_DIGITS + ", true", "1000000000000000000000000000000, false"})
    void aWholeNumberHasAsManyDigits(String number, boolean taken) {
        assertThat(isTaken(new BigInteger(number))).isEqualTo(taken);
        assertThat(isTaken(new BigInteger(number).negate())).isEqualTo(taken);
    }

    private record Named(List<@Scalar Object> values) {}

    private static boolean isTaken(Object value) {
        try (var factory =
                Validation.byDefaultProvider()
                        .configure()
                        .messageInterpolator(new ParameterMessageInterpolator())
                        .buildValidatorFactory()) {
            return factory.getValidator().validate(new Named(List.of(value))).isEmpty();
        }
    }
}
