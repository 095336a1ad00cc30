package dev.interlock.acceptance;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// The plant as a test handles it: what it did, and how it shall misbehave.
final class Plant {
    private final URI control;

    Plant(URI control) {
        this.control = control;
    }

    /// One thing that a system of the plant did; `plant` is empty where a system serves every
    /// plant.
    record Effect(
            String system, String plant, String operation, String effectKey, String businessKey) {
        /// Which thing was done, whoever asked for it under whatever key.
        String deed() {
            return "%s %s: %s %s".formatted(system, plant, operation, businessKey);
        }

        private String keyed() {
            return "%s %s: %s".formatted(system, plant, effectKey);
        }
    }

    private RequestSpecification control() {
        return given().baseUri(control.toString()).contentType("application/json");
    }

    /// Every effect whose business key names the thing.
    List<Effect> effectsOn(String thing) {
        List<JsonObject> items =
                new JsonObject(control().get("/effects").asString())
                        .getJsonArray("items").stream().map(JsonObject.class::cast).toList();
        return items.stream()
                .map(effect ->
                        new Effect(
                                effect.getString("system"),
                                Objects.requireNonNullElse(effect.getString("plant"), ""),
                                effect.getString("operation"),
                                effect.getString("effectKey"),
                                effect.getString("businessKey")))
                .filter(effect -> List.of(effect.businessKey().split("[/:]")).contains(thing))
                .toList();
    }

    boolean did(String system, String thing, String operation) {
        return effectsOn(thing).stream()
                .anyMatch(effect ->
                        effect.system().equals(system) && effect.operation().equals(operation));
    }

    /// Nothing was done twice, neither under one effect key nor under two.
    void expectEachEffectOnce(String thing) {
        List<Effect> effects = effectsOn(thing);
        assertThat(effects).isNotEmpty();
        assertThat(repeated(effects, Effect::keyed)).isEmpty();
        assertThat(repeated(effects, Effect::deed)).isEmpty();
    }

    /// What was done, taken back and done again has a key of its own each time.
    void expectNoEffectKeyTwice(String thing) {
        assertThat(repeated(effectsOn(thing), Effect::keyed)).isEmpty();
    }

    private static List<String> repeated(List<Effect> effects, Function<Effect, String> by) {
        return effects.stream().collect(groupingBy(by, counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey() + " × " + entry.getValue())
                .toList();
    }

    /// `MES`, `MES:2000`, `QMS`, `PLM`, `WMS` or `ERP`; a delay of 0 is the mode's own.
    void fault(String target, String mode, long delayMs) {
        control()
                .body(JsonObject.of("mode", mode, "delayMs", delayMs).encode())
                .put("/faults/" + target)
                .then()
                .statusCode(200);
    }

    void mend(String target) {
        control().delete("/faults/" + target).then().statusCode(200);
    }

    /// Whether a target answers a repeated effect key with its first answer.
    void remembersKeys(String target, boolean remembers) {
        control()
                .body(JsonObject.of("dedupes", remembers).encode())
                .put("/targets/" + target)
                .then()
                .statusCode(200);
    }

    /// No faults, and every target remembers effect keys.
    void mend() {
        control().delete("/faults").then().statusCode(200);
        for (String target : List.of("MES", "QMS", "PLM", "WMS")) {
            remembersKeys(target, true);
        }
    }
}
