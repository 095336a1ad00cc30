package dev.interlock.system.revision;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/// How revisions follow one another. They are never compared as strings: `AA` comes after `Z`, `10`
/// after `9`.
public enum RevisionScheme {
    /// A, B, … Y, AA, AB, …; I, O, Q, S, X and Z are left out, they are read as digits or as each
    /// other.
    LETTERS {
        @Override
        public OptionalLong rank(String revision) {
            return letters(revision);
        }
    },
    /// 01, 02, … 99, 100.
    NUMBERS {
        @Override
        public OptionalLong rank(String revision) {
            return number(revision);
        }
    },
    /// A.1, A.2, … B.1.
    DOTTED {
        @Override
        public OptionalLong rank(String revision) {
            var dot = revision.indexOf('.');
            if (dot < 0) {
                return OptionalLong.empty();
            }
            var major = letters(revision.substring(0, dot));
            var minor = number(revision.substring(dot + 1));
            return major.isEmpty() || minor.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(major.getAsLong() * MINORS + minor.getAsLong());
        }
    };

    private static final String ALPHABET = "ABCDEFGHJKLMNPRTUVWY";
    private static final Pattern LETTER_REVISION = Pattern.compile("[" + ALPHABET + "]{1,6}");
    private static final Pattern NUMBER_REVISION = Pattern.compile("[0-9]{1,6}");
    private static final long MINORS = 1_000_000;

    /// The revision's place in the sequence; empty when the scheme has no such revision.
    public abstract OptionalLong rank(String revision);

    private static OptionalLong letters(String revision) {
        if (!LETTER_REVISION.matcher(revision).matches()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                revision.chars()
                        .asLongStream()
                        .reduce(
                                0,
                                (rank, letter) ->
                                        rank * ALPHABET.length()
                                                + ALPHABET.indexOf((int) letter)
                                                + 1));
    }

    private static OptionalLong number(String revision) {
        return NUMBER_REVISION.matcher(revision).matches() && Long.parseLong(revision) > 0
                ? OptionalLong.of(Long.parseLong(revision))
                : OptionalLong.empty();
    }
}
