package dev.interlock.process.eco;

import java.util.Optional;

/// How revisions follow each other: never as strings.
public enum RevisionScheme {
    /// A, B, … Z, AA, … without I, O, Q, S, X and Z, which are mistaken for numbers and other
    /// letters.
    LETTERS {
        @Override
        Optional<String> after(String revision) {
            var value = 0L;
            for (var i = 0; i < revision.length(); i++) {
                var digit = ALPHABET.indexOf(revision.charAt(i));
                if (digit < 0 || revision.length() > 4) {
                    return Optional.empty();
                }
                value = value * ALPHABET.length() + digit + 1;
            }
            return revision.isEmpty() ? Optional.empty() : Optional.of(letters(value + 1));
        }
    },
    /// 01, 02, … 99.
    NUMBERS {
        @Override
        Optional<String> after(String revision) {
            return revision.matches("[0-9]{2}") && !revision.equals("99")
                    ? Optional.of("%02d".formatted(Integer.parseInt(revision) + 1))
                    : Optional.empty();
        }
    },
    /// A.1, A.2, …
    DOTTED {
        @Override
        Optional<String> after(String revision) {
            var dot = revision.lastIndexOf('.');
            return revision.matches("[A-Z]{1,3}\\.[0-9]{1,4}")
                    ? Optional.of(
                            revision.substring(0, dot + 1)
                                    + (Integer.parseInt(revision.substring(dot + 1)) + 1))
                    : Optional.empty();
        }
    };

    private static final String ALPHABET = "ABCDEFGHJKLMNPRTUVWY";

    /// Empty when the revision is not one of this scheme, or its last.
    abstract Optional<String> after(String revision);

    private static String letters(long value) {
        var text = new StringBuilder();
        for (var rest = value; rest > 0; rest = (rest - 1) / ALPHABET.length()) {
            text.insert(0, ALPHABET.charAt((int) ((rest - 1) % ALPHABET.length())));
        }
        return text.toString();
    }
}
