package dev.interlock.platform.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.json.StrictJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request to a target: the path (with query) below the target's address, headers, and the
/// exact bytes of the body, or the file that they are read from while they are sent.
public record Call(
        String method,
        String path,
        Map<String, String> headers,
        byte @Nullable [] body,
        @Nullable Path file) {
    public Call {
        headers = Map.copyOf(headers);
    }

    public Call(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
        this(method, path, headers, body, null);
    }

    /// The file has to stay until the call is answered; headers name its media type.
    public static Call upload(String path, Path file) {
        return new Call("POST", path, Map.of(), null, file);
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
        return new Call(method, path, more, body, file);
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
