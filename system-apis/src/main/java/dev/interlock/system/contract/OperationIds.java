package dev.interlock.system.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/// Names of operations for whoever generates a client: `getItemsByItemId`.
final class OperationIds {
    private OperationIds() {}

    static String of(String path, HttpMethod method) {
        return method.name().toLowerCase(Locale.ROOT)
                + Arrays.stream(path.split("/", -1))
                        .skip(3)
                        .filter(part -> !part.isEmpty())
                        .map(OperationIds::part)
                        .collect(Collectors.joining());
    }

    private static String part(String part) {
        var isParameter = part.startsWith("{");
        var name =
                Arrays.stream(part.replaceAll("[{}]", "").split("-", -1))
                        .map(word ->
                                word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
        return isParameter ? "By" + name : name;
    }
}
