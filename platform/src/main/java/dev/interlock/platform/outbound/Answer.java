package dev.interlock.platform.outbound;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.interlock.platform.json.TolerantJson;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/// How a call ended, in the only distinction that matters to a retry: may the other side have
/// acted?
public sealed interface Answer {
    /// The target answered, whatever it said.
    record Answered(int status, HttpHeaders headers, byte[] body) implements Answer {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        /// The body as JSON; missing when it is none.
        public JsonNode json() {
            try {
                return body.length == 0
                        ? MissingNode.getInstance()
                        : TolerantJson.mapper().readTree(body);
            } catch (JacksonException e) {
                return MissingNode.getInstance();
            } catch (IOException e) {
                throw new IllegalStateException("bytes in memory cannot fail to be read", e);
            }
        }
    }

    /// It never left: connection refused, circuit open, bulkhead full. No effect.
    record NotSent(String reason, Duration retryAfter) implements Answer {}

    /// It left, and nothing sensible came back. Nobody knows whether there was an effect.
    record Unknown(String reason, boolean late) implements Answer {}
}
