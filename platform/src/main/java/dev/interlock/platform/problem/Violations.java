package dev.interlock.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Bean Validation's findings in the words of our contract: JSON pointers, never Java paths.
public final class Violations {
    private Violations() {}

    /// Of a request body.
    public static Violation ofBody(ConstraintViolation<?> found) {
        return new Violation(pointer(found.getPropertyPath()), code(found), found.getMessage());
    }

    /// Of a method's parameters: query values.
    static List<Violation> ofParameters(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(found ->
                        new Violation(
                                "?" + parameter(found.getPropertyPath()),
                                code(found),
                                found.getMessage()))
                .sorted(Comparator.comparing(Violation::pointer))
                .toList();
    }

    private static String code(ConstraintViolation<?> found) {
        var name = found.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
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
