package dev.interlock.system;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/// Requests as a caller of the system tier sends them.
public final class Calls {
    private static final String ROOT = "/system/v1";

    private Calls() {}

    public static Response get(String path) {
        return given().get(ROOT + path);
    }

    /// Creates, or says again what stands.
    public static Response put(String path, String body) {
        return json(body).put(ROOT + path);
    }

    public static Response put(String path, String body, String ifMatch) {
        return json(body).header("If-Match", ifMatch).put(ROOT + path);
    }

    public static Response post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public static Response post(String path, String body, String key) {
        return json(body).header("Idempotency-Key", key).post(ROOT + path);
    }

    public static Response post(String path, String body, String key, String ifMatch) {
        return json(body)
                .header("Idempotency-Key", key)
                .header("If-Match", ifMatch)
                .post(ROOT + path);
    }

    public static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body.replace('\'', '"'));
    }

    /// An id that no other test has.
    public static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
