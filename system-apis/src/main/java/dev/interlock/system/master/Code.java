package dev.interlock.system.master;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A value of an open list: UPPER_SNAKE, at most 40 long.
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
@ReportAsSingleViolation
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, PARAMETER, ANNOTATION_TYPE, TYPE_USE})
public @interface Code {
    String message() default "must be a code of capital letters, digits and '_', at most 40 long";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
