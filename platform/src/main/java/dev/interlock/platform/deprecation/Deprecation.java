package dev.interlock.platform.deprecation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/// Since when an operation should not be used any more, and from when on it is gone. Declared once,
/// on the resource method:
///
/// `@Extension(name = Deprecation.DECLARATION, value = "since 2027-01-01, gone 2027-07-01")`
public record Deprecation(LocalDate since, LocalDate gone) {
    public static final String DECLARATION = "x-deprecation";

    private static final Pattern FORM =
            Pattern.compile("since (\\d{4}-\\d\\d-\\d\\d), gone (\\d{4}-\\d\\d-\\d\\d)");

    public Deprecation {
        if (!gone.isAfter(since)) {
            throw new IllegalArgumentException(
                    "gone %s is not after since %s".formatted(gone, since));
        }
    }

    public static Deprecation of(String declaration) {
        var form = FORM.matcher(declaration);
        if (!form.matches()) {
            throw new IllegalArgumentException("a deprecation is written %s".formatted(FORM));
        }
        return new Deprecation(LocalDate.parse(form.group(1)), LocalDate.parse(form.group(2)));
    }

    /// RFC 9745.
    String deprecationHeader() {
        return "@" + since.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /// RFC 8594.
    String sunsetHeader() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(gone.atStartOfDay(ZoneOffset.UTC));
    }

    public String sentence() {
        return "Deprecated since %s, gone from %s on.".formatted(since, gone);
    }
}
