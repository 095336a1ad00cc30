package dev.interlock.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Bean Validation's findings in the words of our contract: JSON pointers, never Java paths.
public final class Violations {
    private Violations() {}

    /// Of a request body.
    public static Violation ofBody(ConstraintViolation<?> found) {
        return new Violation(pointer(found.getPropertyPath()), code(found), detail(found));
    }

    /// Of a method's parameters: query values.
    static List<Violation> ofParameters(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(found ->
                        new Violation(
                                "?" + parameter(found.getPropertyPath()),
                                code(found),
                                detail(found)))
                .sorted(Comparator.comparing(Violation::pointer))
                .toList();
    }

    private static String code(ConstraintViolation<?> found) {
        var name = found.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /// The validator does not say what a size is one of.
    private static String detail(ConstraintViolation<?> found) {
        if (!(found.getConstraintDescriptor().getAnnotation() instanceof Size size)
                || !found.getMessageTemplate().startsWith("{")) {
            return found.getMessage();
        }
        var things = found.getInvalidValue() instanceof CharSequence ? "characters" : "entries";
        if (size.max() == Integer.MAX_VALUE) {
            return "must have at least %d %s".formatted(size.min(), things);
        }
        return size.min() == 0
                ? "must have at most %d %s".formatted(size.max(), things)
                : "must have %d to %d %s".formatted(size.min(), size.max(), things);
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (var node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(escape(node.getKey().toString()));
            }
            if (node.getName() != null
                    && !node.getName().startsWith("<")
                    && node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return pointer.toString();
    }

    /// An element of a list goes by the name of the list.
    private static String parameter(Path path) {
        var names = new ArrayList<String>();
        path.forEach(node -> names.add(String.valueOf(node.getName())));
        names.removeIf(name -> name.startsWith("<"));
        return names.getLast();
    }

    /// One member name as a reference token of a JSON pointer (RFC 6901).
    public static String escape(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }
}
