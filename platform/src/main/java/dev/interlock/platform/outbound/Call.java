package dev.interlock.platform.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.json.StrictJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request to a target: the path (with query) below the target's address, headers, and the
/// exact bytes of the body.
public record Call(
        String method, String path, Map<String, String> headers, byte @Nullable [] body) {
    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call get(String path) {
        return new Call("GET", path, Map.of(), null);
    }

    public static Call post(String path, Object body) {
        return new Call("POST", path, Map.of(), json(body));
    }

    public static Call put(String path, Object body) {
        return new Call("PUT", path, Map.of(), json(body));
    }

    public Call with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, more, body);
    }

    public boolean isRead() {
        return method.equals("GET");
    }

    /// One path segment or query value, whatever characters an id has.
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The bytes that are sent, and sent again.
    public static byte[] json(Object body) {
        try {
            return StrictJson.mapper().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a request that cannot be written as JSON", e);
        }
    }
}
