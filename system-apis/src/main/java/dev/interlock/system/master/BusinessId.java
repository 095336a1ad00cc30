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

/// The name of a business object: letters, digits, dot, dash and underscore, at most 40, starting
/// with a letter or digit.
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = BusinessId.SHAPE)
@ReportAsSingleViolation
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, PARAMETER, ANNOTATION_TYPE, TYPE_USE})
public @interface BusinessId {
    String SHAPE = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    String message() default "must be an id of letters, digits, '.', '-' and '_', at most 40 long";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
