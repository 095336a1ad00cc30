package dev.interlock.platform.problem;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which query values of a request cannot be read, and what could be: the framework says only that
/// one of them cannot.
final class UnreadableParameters {
    private UnreadableParameters() {}

    private record Wanted(String name, Type type) {
        static Stream<Wanted> of(AnnotatedElement element, Type type) {
            var query = element.getAnnotation(QueryParam.class);
            return query == null
                    ? Stream.empty()
                    : Stream.of(new Wanted(query.value(), elementOf(type)));
        }

        /// A list is read value by value.
        private static Type elementOf(Type type) {
            return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        }
    }

    static List<Violation> of(Method operation, MultivaluedMap<String, String> query) {
        return Arrays.stream(operation.getParameters())
                .flatMap(UnreadableParameters::wanted)
                .flatMap(wanted ->
                        query.getOrDefault(wanted.name(), List.of()).stream()
                                .flatMap(value -> complaint(wanted.type(), value).stream())
                                .map(detail -> new Violation("?" + wanted.name(), "value", detail)))
                .distinct()
                .toList();
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
