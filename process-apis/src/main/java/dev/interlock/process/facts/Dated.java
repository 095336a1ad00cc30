package dev.interlock.process.facts;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An effectivity by date has days.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Dated.Days.class)
@interface Dated {
    String message() default "must have its days as yyyy-mm-dd";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Days implements ConstraintValidator<Dated, Effectivity> {
        @Override
        public boolean isValid(
                @Nullable Effectivity effectivity, ConstraintValidatorContext context) {
            return effectivity == null
                    || !Effectivity.DATE.equals(effectivity.kind())
                    || (isDay(effectivity.from()) && isDay(effectivity.to()));
        }

        private static boolean isDay(@Nullable String text) {
            try {
                return text == null || LocalDate.parse(text).getYear() > 0;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }
}
