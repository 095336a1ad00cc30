package dev.interlock.process.eco;

import java.util.Optional;
import java.util.OptionalLong;

/// How revisions follow each other: never as strings.
public enum RevisionScheme {
    /// A, B, … Y, AA, … without I, O, Q, S, X and Z, which are mistaken for numbers and other
    /// letters.
    LETTERS {
        @Override
        OptionalLong place(String revision) {
            return revision.length() > 4 ? OptionalLong.empty() : letters(revision);
        }

        @Override
        Optional<String> after(String revision) {
            var place = place(revision);
            return place.isEmpty() ? Optional.empty() : Optional.of(letters(place.getAsLong() + 1));
        }
    },
    /// 01, 02, … 99.
    NUMBERS {
        @Override
        OptionalLong place(String revision) {
            return revision.matches("[0-9]{2}")
                    ? OptionalLong.of(Long.parseLong(revision))
                    : OptionalLong.empty();
        }

        @Override
        Optional<String> after(String revision) {
            var place = place(revision);
            return place.isEmpty() || place.getAsLong() == 99
                    ? Optional.empty()
                    : Optional.of("%02d".formatted(place.getAsLong() + 1));
        }
    },
    /// A.1, A.2, … B.1.
    DOTTED {
        @Override
        OptionalLong place(String revision) {
            if (!revision.matches("[" + ALPHABET + "]{1,3}\\.[0-9]{1,4}")) {
                return OptionalLong.empty();
            }
            var dot = revision.indexOf('.');
            var major = letters(revision.substring(0, dot)).orElseThrow();
            return OptionalLong.of(major * MINORS + Long.parseLong(revision.substring(dot + 1)));
        }

        @Override
        Optional<String> after(String revision) {
            var place = place(revision);
            return place.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            revision.substring(0, revision.indexOf('.') + 1)
                                    + (place.getAsLong() % MINORS + 1));
        }
    };

    private static final String ALPHABET = "ABCDEFGHJKLMNPRTUVWY";
    private static final long MINORS = 10_000;

    /// Where the revision stands among all of its scheme; empty when it is not one of them.
    abstract OptionalLong place(String revision);

    /// Empty when the revision is not one of this scheme, or its last.
    abstract Optional<String> after(String revision);

    private static OptionalLong letters(String revision) {
        var value = 0L;
        for (var i = 0; i < revision.length(); i++) {
            var digit = ALPHABET.indexOf(revision.charAt(i));
            if (digit < 0) {
                return OptionalLong.empty();
            }
            value = value * ALPHABET.length() + digit + 1;
        }
        return value == 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static String letters(long value) {
        var text = new StringBuilder();
        for (var rest = value; rest > 0; rest = (rest - 1) / ALPHABET.length()) {
            text.insert(0, ALPHABET.charAt((int) ((rest - 1) % ALPHABET.length())));
        }
        return text.toString();
    }
}
