package dev.interlock.system.effect;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/// Calls to the work bench.
final class BenchCalls {
    private BenchCalls() {}

    static Response turn(String key, String name) {
        return keyed(key).body(part(name)).post("/system/v1/bench/parts");
    }

    static Response weld(String key) {
        return keyed(key).body(part("frame")).post("/system/v1/bench/welds");
    }

    static RequestSpecification fenced(String run, long fence) {
        return keyed(key()).header("Interlock-Fence", run + ";" + fence);
    }

    static RequestSpecification keyed(String key) {
        return given().contentType("application/json").header("Idempotency-Key", key);
    }

    static String part(String name) {
        return "{\"name\": \"" + name + "\"}";
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
