package dev.interlock.platform.idempotency;

import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.problem.Violation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The value of an Idempotency-Key header: 16 to 255 printable ASCII characters, quoted or bare.
public record IdempotencyKey(String value) {
    public static final String HEADER = "Idempotency-Key";
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern VALUE =
            Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{14,253})[\\x21-\\x7e]");

    /// For a POST with an effect.
    public static IdempotencyKey required(List<String> headers) {
        return optional(headers).orElseThrow(() -> invalid("An Idempotency-Key header is needed."));
    }

    /// For a PUT, which repeats safely without one.
    public static Optional<IdempotencyKey> optional(List<String> headers) {
        return switch (headers.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(parse(headers.getFirst()));
            default -> throw invalid("The Idempotency-Key header stands more than once.");
        };
    }

    private static IdempotencyKey parse(String header) {
        var text = header.strip();
        var quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        var value = quoted ? text.substring(1, text.length() - 1) : text;
        if (!VALUE.matcher(value).matches()) {
            throw invalid("The Idempotency-Key must have 16 to 255 printable ASCII characters.");
        }
        return new IdempotencyKey(value);
    }

    private static InvalidRequest invalid(String detail) {
        return new InvalidRequest(
                ProblemType.IDEMPOTENCY_KEY_INVALID,
                detail,
                List.of(new Violation("header:" + HEADER, "idempotency-key", detail)));
    }
}
