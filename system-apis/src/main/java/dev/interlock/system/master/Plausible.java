package dev.interlock.system.master;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A day or an instant between 1900 and 2999: what lies outside is a mistake, and no database keeps
/// it.
@Documented
@Constraint(validatedBy = {Plausible.OfDay.class, Plausible.OfInstant.class})
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, PARAMETER, TYPE_USE})
public @interface Plausible {
    String message() default "must lie between 1900 and 2999";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// What the annotation means for a day.
    class OfDay implements ConstraintValidator<Plausible, LocalDate> {
        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || isPlausible(day);
        }

        public static boolean isPlausible(LocalDate day) {
            return day.getYear() >= 1900 && day.getYear() < 3000;
        }
    }

    /// What it means for an instant.
    class OfInstant implements ConstraintValidator<Plausible, Instant> {
        private static final Instant FIRST =
                LocalDate.of(1900, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        private static final Instant LAST =
                LocalDate.of(3000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

        @Override
        public boolean isValid(@Nullable Instant at, ConstraintValidatorContext context) {
            return at == null || (!at.isBefore(FIRST) && at.isBefore(LAST));
        }
    }
}
