package dev.interlock.process.eco;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;

import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A change gives an item one new revision.
@Documented
@Constraint(validatedBy = EachOnce.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, PARAMETER})
@interface EachOnce {
    String message() default "must name each item once";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// What the annotation means.
    class Check implements ConstraintValidator<EachOnce, List<AffectedItem>> {
        @Override
        public boolean isValid(
                @Nullable List<AffectedItem> items, ConstraintValidatorContext context) {
            var seen = new HashSet<String>();
            return items == null
                    || items.stream()
                            .filter(Objects::nonNull)
                            .map(AffectedItem::itemId)
                            .filter(Objects::nonNull)
                            .allMatch(seen::add);
        }
    }
}
