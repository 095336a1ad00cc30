package dev.interlock.platform.json;

import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// A value that a caller names as it likes: text, a truth value, or a number of ordinary size.
@Documented
@Constraint(validatedBy = Scalar.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(TYPE_USE)
public @interface Scalar {
    String message() default
            "must be a text of at most 500 characters, a truth value, or a number of at most 30"
                    + " digits";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// What the annotation means.
    class Check implements ConstraintValidator<Scalar, Object> {
        private static final int DIGITS = 30;

        @Override
        public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
            return switch (value) {
                case null -> true;
                case String text -> text.length() <= 500;
                case Boolean _, Integer _, Long _ -> true;
                case BigInteger whole ->
                        whole.bitLength() <= 4 * DIGITS && isShort(new BigDecimal(whole));
                case BigDecimal number -> isShort(number);
                default -> false;
            };
        }

        /// Also once it is written out: 1E+30 has 31 digits.
        private static boolean isShort(BigDecimal number) {
            return number.precision() <= DIGITS
                    && number.scale() <= DIGITS
                    && (long) number.precision() - number.scale() <= DIGITS;
        }
    }
}
