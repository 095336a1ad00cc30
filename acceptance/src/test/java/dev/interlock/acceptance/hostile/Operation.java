package dev.interlock.acceptance.hostile;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One operation of a published contract.
public record Operation(
        String method, String path, List<JsonObject> parameters, @Nullable JsonObject body) {
    public static List<Operation> of(JsonObject contract) {
        var operations = new ArrayList<Operation>();
        contract.getJsonObject("paths")
                .forEach(path -> {
                    var item = (JsonObject) path.getValue();
                    var shared = item.getJsonArray("parameters", new JsonArray());
                    for (var method : List.of("get", "put", "post", "delete")) {
                        if (item.containsKey(method)) {
                            operations.add(
                                    of(method, path.getKey(), item.getJsonObject(method), shared));
                        }
                    }
                });
        return operations;
    }

    private static Operation of(
            String method, String path, JsonObject operation, JsonArray shared) {
        var parameters = new ArrayList<JsonObject>();
        shared.forEach(each -> parameters.add((JsonObject) each));
        operation
                .getJsonArray("parameters", new JsonArray())
                .forEach(each -> parameters.add((JsonObject) each));
        var json =
                operation
                        .getJsonObject("requestBody", new JsonObject())
                        .getJsonObject("content", new JsonObject())
                        .getJsonObject("application/json", new JsonObject())
                        .getJsonObject("schema");
        return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, json);
    }

    List<JsonObject> parametersIn(String place) {
        return parameters.stream()
                .filter(parameter -> place.equals(parameter.getString("in")))
                .toList();
    }

    /// A policy that a test changes would decide on all tests after it.
    boolean mayTakeEffect() {
        return !path.contains("/policies/");
    }
}
