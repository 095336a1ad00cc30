package dev.interlock.system.master;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// A record whose members have to fit each other: the violation names the record, not a member.
@Documented
@Constraint(validatedBy = Consistent.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Consistent {
    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Asked after construction, when members may still be missing: those have violations of their
    /// own.
    interface Whole {
        boolean fitsTogether();
    }

    /// What the annotation means.
    class Check implements ConstraintValidator<Consistent, Whole> {
        @Override
        public boolean isValid(@Nullable Whole value, ConstraintValidatorContext context) {
            return value == null || value.fitsTogether();
        }
    }
}
