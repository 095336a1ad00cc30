package dev.interlock.sandbox.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One committed contract, `openapi/contracts/<tier>-<api>-v1.yaml`. A test of the tier holds it
/// against what the tier serves; `-Dcontracts.update=true` writes what is served instead.
public record PublishedContract(Path file) {
    private static final String UPDATE = "contracts.update";

    /// Modules are tested in their own folder, beside `openapi`.
    public static PublishedContract of(String tier, String api) {
        return new PublishedContract(
                Path.of("..", "openapi", "contracts", tier + "-" + api + "-v1.yaml"));
    }

    /// What is published, after writing it anew if that was asked for.
    public String heldAgainst(String served) {
        try {
            if (Boolean.getBoolean(UPDATE)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, served);
            }
            return Files.exists(file)
                    ? Files.readString(file)
                    : "nothing is published yet: run the tests with -D"
                            + UPDATE
                            + "=true and commit "
                            + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
