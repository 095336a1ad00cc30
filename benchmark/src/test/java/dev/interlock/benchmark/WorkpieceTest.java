package dev.interlock.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.benchmark.piece.Workpiece;
import org.junit.jupiter.api.Test;

class WorkpieceTest {
    @Test
    void revisionsFollowTheSchemeBeyondItsLastLetter() {
        assertThat(Workpiece.revision(0)).isEqualTo("A");
        assertThat(Workpiece.revision(8)).isEqualTo("J");
        assertThat(Workpiece.revision(19)).isEqualTo("Y");
        assertThat(Workpiece.revision(20)).isEqualTo("AA");
    }

    @Test
    void aChangeOfAnItemMadeInTwoPlantsHasElevenEffects() {
        assertThat(Workpiece.of("X", 0).deeds(1)).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void aBareItemIsChangedInTheErpAndClosedInPlm() {
        assertThat(Workpiece.bare("X", 0).deeds(1))
                .containsExactly(
                        "ERP PUT revisions RELEASED items/X-000/revisions/B",
                        "PLM IMPLEMENT_CHANGE ECO-X-000-001");
    }
}
