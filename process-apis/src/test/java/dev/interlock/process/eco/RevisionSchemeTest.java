package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionSchemeTest {
    @ParameterizedTest
    @CsvSource({"A,B", "H,J", "N,P", "P,R", "R,T", "W,Y", "Y,AA", "AY,BA", "YY,AAA"})
    void lettersSkipWhatIsMistakenForNumbers(String revision, String next) {
        assertThat(RevisionScheme.LETTERS.after(revision)).contains(next);
    }

    @ParameterizedTest
    @CsvSource({"I", "O", "Q", "S", "X", "Z", "a", "1"})
    void aLetterOutsideTheSchemeHasNoFollower(String revision) {
        assertThat(RevisionScheme.LETTERS.after(revision)).isEmpty();
    }

    @Test
    void numbersEndAtNinetyNine() {
        assertThat(RevisionScheme.NUMBERS.after("09")).contains("10");
        assertThat(RevisionScheme.NUMBERS.after("99")).isEmpty();
    }

    @Test
    void dottedRevisionsCountBehindTheDot() {
        assertThat(RevisionScheme.DOTTED.after("A.9")).contains("A.10");
        assertThat(RevisionScheme.DOTTED.after("A")).isEmpty();
    }
}
