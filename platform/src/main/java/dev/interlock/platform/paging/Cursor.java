package dev.interlock.platform.paging;

import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a list goes on: the sort key of the last row a page showed, opaque to the caller.
public record Cursor(List<String> key) {
    public static final String POINTER = "?cursor";

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor of(String... key) {
        return new Cursor(List.of(key));
    }

    /// JAX-RS reads a query value with this.
    public static Cursor fromString(String text) {
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (decoded.isEmpty() || decoded.indexOf('\0') >= 0 || decoded.indexOf('\ufffd') >= 0) {
                throw refused();
            }
            return new Cursor(List.of(decoded.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    /// The key's parts when the cursor has as many as the list sorts by; a cursor of another list
    /// is refused.
    public static List<String> parts(@Nullable Cursor cursor, int size) {
        if (cursor != null && cursor.key.size() != size) {
            throw refused();
        }
        return cursor == null ? List.of() : cursor.key;
    }

    /// A part that has to be a whole number.
    public long number(int part) {
        try {
            return Long.parseLong(key.get(part));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw refused();
        }
    }

    /// For whoever learns elsewhere that a cursor is wrong.
    public static InvalidRequest refused() {
        return new InvalidRequest(POINTER, "cursor", "The cursor is not one that this list gave.");
    }

    /// The wire form.
    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
    }
}
