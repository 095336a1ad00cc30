package dev.interlock.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.api.Exchange;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Transcript transcript =
            new Transcript(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void printsTheRequestWhoSentItAndTheMembersThatMatter() {
        JsonObject answer =
                new JsonObject(
                        """
                        {"status": "COMPLETED", "correlationId": "x", "plants": ["1000", "2000"],
                         "targets": [{"target": "MES", "attempts": 2, "secret": 1}, {"other": true}]}
                        """);

        transcript.show(
                new Exchange(
                        "plm",
                        "POST",
                        URI.create("http://localhost:8082/process/v1/propagations"),
                        JsonObject.of("changeNumber", "ECO-1001"),
                        201,
                        HttpHeaders.of(Map.of(), (_, _) -> true),
                        answer.encode(),
                        Duration.ofMillis(1234)),
                "status plants targets.target targets.attempts");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "> POST http://localhost:8082/process/v1/propagations   as plm",
                        "{\"changeNumber\":\"ECO-1001\"}",
                        "< 201   1.23 s")
                .contains(
                        "\"status\":\"COMPLETED\"",
                        "\"plants\":[\"1000\",\"2000\"]",
                        "\"attempts\":2")
                .doesNotContain("correlationId", "secret", "other");
    }
}
