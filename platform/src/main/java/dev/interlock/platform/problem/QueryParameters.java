package dev.interlock.platform.problem;

import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an operation asks for in the query, and what is wrong with what it got. The framework says
/// only that some value cannot be read, takes the first of several, and lets a name that nobody
/// knows pass: a list would show everything to whoever misspelled the filter.
final class QueryParameters {
    /// What every list may be asked for; a short one answers whole all the same.
    private static final Set<String> PAGING = Set.of("limit", "cursor");

    private static final Map<Method, Map<String, Wanted>> WANTED = new ConcurrentHashMap<>();

    private QueryParameters() {}

    private record Wanted(String name, Type type) {
        static Stream<Wanted> of(AnnotatedElement element, Type type) {
            var query = element.getAnnotation(QueryParam.class);
            return query == null ? Stream.empty() : Stream.of(new Wanted(query.value(), type));
        }

        boolean isList() {
            return type instanceof ParameterizedType;
        }

        /// A list is read value by value.
        Type element() {
            return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        }
    }

    /// The names that the operation does not know, those that stand more often than once where one
    /// value is asked for, and the values that are missing or cannot be read, with what could be.
    static List<Violation> wrong(Method operation, MultivaluedMap<String, String> query) {
        var known = of(operation);
        return query.entrySet().stream()
                .flatMap(given -> wrong(known, given.getKey(), given.getValue()))
                .distinct()
                .sorted(Comparator.comparing(Violation::pointer))
                .toList();
    }

    private static Stream<Violation> wrong(
            Map<String, Wanted> known, String name, List<String> values) {
        var wanted = known.get(name);
        if (wanted == null && PAGING.contains(name)) {
            return Stream.empty();
        }
        if (wanted == null) {
            var others =
                    known.isEmpty() ? "" : ", but there is " + String.join(", ", known.keySet());
            return Stream.of(
                    violation(
                            name,
                            "unknown-parameter",
                            "There is no query parameter '%s' here%s.".formatted(name, others)));
        }
        if (!wanted.isList() && values.size() > 1) {
            return Stream.of(violation(name, "repeated", "must stand once"));
        }
        return values.stream().flatMap(value -> unreadable(wanted, value).stream());
    }

    /// Without a value a filter would be none; a list without a cursor begins at its beginning.
    private static Optional<Violation> unreadable(Wanted wanted, String value) {
        if (value.isEmpty()) {
            return wanted.name().equals("cursor")
                    ? Optional.empty()
                    : Optional.of(
                            violation(
                                    wanted.name(),
                                    "empty",
                                    "has no value: give it one, or leave the parameter out"));
        }
        return complaint(wanted.element(), value)
                .map(detail -> violation(wanted.name(), "value", detail))
                .or(() -> refusal(wanted, value));
    }

    /// What a type of ours says itself that is read by its `fromString`.
    private static Optional<Violation> refusal(Wanted wanted, String value) {
        if (!(wanted.element() instanceof Class<?> kind)
                || !kind.getPackageName().startsWith("dev.interlock.")) {
            return Optional.empty();
        }
        try {
            kind.getMethod("fromString", String.class).invoke(null, value);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof InvalidRequest refused
                    ? refused.violations().stream().findFirst()
                    : Optional.of(violation(wanted.name(), "value", "cannot be read"));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private static Violation violation(String name, String code, String detail) {
        return new Violation("?" + name, code, detail);
    }

    private static Map<String, Wanted> of(Method operation) {
        return WANTED.computeIfAbsent(
                operation,
                method ->
                        Arrays.stream(method.getParameters())
                                .flatMap(QueryParameters::wanted)
                                .collect(
                                        Collectors.toMap(
                                                Wanted::name,
                                                Function.identity(),
                                                (first, _) -> first,
                                                LinkedHashMap::new)));
    }

    private static Stream<Wanted> wanted(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                        .flatMap((Field field) -> Wanted.of(field, field.getGenericType()))
                : Wanted.of(parameter, parameter.getParameterizedType());
    }

    private static Optional<String> complaint(Type type, String value) {
        if (type instanceof Class<?> kind && kind.isEnum()) {
            var names =
                    Arrays.stream(kind.getEnumConstants())
                            .map(each -> ((Enum<?>) each).name())
                            .toList();
            return names.contains(value)
                    ? Optional.empty()
                    : Optional.of("must be one of " + String.join(", ", names));
        } else if (type == LocalDate.class) {
            return unlessReadable(() -> LocalDate.parse(value), "must be a date, like 2027-01-31");
        } else if (type == Instant.class) {
            return unlessReadable(
                    () -> Instant.parse(value), "must be a moment, like 2027-01-31T08:00:00Z");
        } else if (type == int.class || type == Integer.class) {
            return unlessReadable(() -> Integer.parseInt(value), "must be a whole number");
        } else if (type == Boolean.class && !TruthValues.isOne(value)) {
            return Optional.of("must be true or false");
        }
        return Optional.empty();
    }

    private static Optional<String> unlessReadable(Runnable reading, String complaint) {
        try {
            reading.run();
            return Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.of(complaint);
        }
    }
}
