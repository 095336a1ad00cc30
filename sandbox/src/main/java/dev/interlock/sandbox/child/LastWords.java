package dev.interlock.sandbox.child;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why a process ended, as far as its log says: the last line that names an error.
final class LastWords {
    private static final Pattern REASON =
            Pattern.compile(".*(Caused by: |ERROR|SRCFG\\d+|Exception: ).*");
    private static final int LONGEST = 400;

    private LastWords() {}

    static String of(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return lines.reversed().stream()
                    .filter(line -> REASON.matcher(line).matches())
                    .findFirst()
                    .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
                    .map(LastWords::message)
                    .map(text ->
                            "\"%s\"."
                                    .formatted(text.substring(0, Math.min(LONGEST, text.length()))))
                    .orElse("it said nothing.");
        } catch (IOException _) {
            return "its log cannot be read.";
        }
    }

    /// A line may be a JSON event: its message says it.
    private static String message(String line) {
        try {
            return line.startsWith("{")
                    ? new JsonObject(line).getString("message", line)
                    : line.strip();
        } catch (DecodeException | ClassCastException _) {
            return line;
        }
    }
}
