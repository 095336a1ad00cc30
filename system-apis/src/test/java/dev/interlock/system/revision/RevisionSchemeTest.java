package dev.interlock.system.revision;

import static dev.interlock.system.revision.RevisionScheme.DOTTED;
import static dev.interlock.system.revision.RevisionScheme.LETTERS;
import static dev.interlock.system.revision.RevisionScheme.NUMBERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RevisionSchemeTest {
    @Test
    void lettersGoOnAfterTheLastOne() {
        inOrder(
                LETTERS, "A", "B", "H", "J", "N", "P", "R", "T", "W", "Y", "AA", "AB", "AY", "BA",
                "YY", "AAA");
    }

    @Test
    void lettersThatAreMistakenForOthersAreNoRevisions() {
        for (var revision : List.of("I", "O", "Q", "S", "X", "Z", "AI", "a", "1", "")) {
            assertThat(LETTERS.rank(revision)).as(revision).isEmpty();
        }
    }

    @Test
    void numbersAreNotComparedAsText() {
        inOrder(NUMBERS, "01", "02", "9", "10", "99", "100");
        assertThat(NUMBERS.rank("0")).isEmpty();
        assertThat(NUMBERS.rank("1A")).isEmpty();
    }

    @Test
    void dottedOnesCountTheMinorWithinTheMajor() {
        inOrder(DOTTED, "A.1", "A.2", "A.10", "B.1", "AA.1");
        assertThat(DOTTED.rank("A")).isEmpty();
        assertThat(DOTTED.rank("A.0")).isEmpty();
        assertThat(DOTTED.rank("A.1.1")).isEmpty();
    }

    private static void inOrder(RevisionScheme scheme, String... revisions) {
        var shuffled = new ArrayList<>(List.of(revisions));
        Collections.shuffle(shuffled, new Random(4711));

        shuffled.sort(Comparator.comparingLong(revision -> scheme.rank(revision).orElseThrow()));

        assertThat(shuffled).containsExactly(revisions);
    }
}
