package dev.interlock.platform.paging;

import dev.interlock.platform.problem.GatewayException.InvalidRequest;

/// How many rows a page may have: 50 unless asked, at most 200, more is refused.
public record Limit(int value) {
    public static final String DEFAULT = "50";
    private static final int MOST = 200;

    /// JAX-RS reads a query value with this.
    public static Limit fromString(String text) {
        try {
            var value = Integer.parseInt(text);
            if (value >= 1 && value <= MOST) {
                return new Limit(value);
            }
        } catch (NumberFormatException e) {
            // falls through to the same refusal: the caller needs the range either way
        }
        throw new InvalidRequest(
                "?limit", "limit", "The limit is a whole number from 1 to " + MOST + ".");
    }

    /// One row more than a page shows tells whether there is a next page.
    public int plusOne() {
        return value + 1;
    }
}
