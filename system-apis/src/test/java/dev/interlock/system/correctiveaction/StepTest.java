package dev.interlock.system.correctiveaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.system.access.Side;
import dev.interlock.system.correctiveaction.CorrectiveAction.DueDate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void leadsFromIssuedToClosed() {
        var status = Status.ISSUED;
        for (var step :
                List.of(
                        Step.ACKNOWLEDGE,
                        Step.SUBMIT_CONTAINMENT,
                        Step.SUBMIT_ROOT_CAUSE,
                        Step.SUBMIT_PLAN,
                        Step.ACCEPT_PLAN,
                        Step.SUBMIT_IMPLEMENTATION,
                        Step.VERIFY,
                        Step.CLOSE)) {
            assertThat(step.from()).containsExactly(status);
            status = step.to();
        }
        assertThat(status).isEqualTo(Status.CLOSED);
    }

    @Test
    void neverLeavesAnEnd() {
        assertThat(Arrays.stream(Step.values()).flatMap(step -> step.from().stream()))
                .noneMatch(Status::isEnded);
    }

    @Test
    void lessensNothingButWhatTheBuyerGivesBack() {
        assertThat(
                        Arrays.stream(Step.values())
                                .filter(step ->
                                        step.from().stream()
                                                .anyMatch(from -> !step.to().hasReached(from))))
                .allMatch(step -> step.side() == Side.BUYER);
    }

    @Test
    void takesEveryDisciplineUntilItsStageIsHandedIn() {
        assertThat(Step.open(Discipline.D3)).containsExactly(Status.ACKNOWLEDGED);
        assertThat(Step.open(Discipline.D5))
                .containsExactly(
                        Status.ACKNOWLEDGED,
                        Status.CONTAINMENT_SUBMITTED,
                        Status.ROOT_CAUSE_SUBMITTED);
        assertThat(Step.open(Discipline.D8)).endsWith(Status.IMPLEMENTED, Status.VERIFIED);
    }

    @Test
    void isOverdueFromTheDayAfterWhatIsMissing() {
        var due = List.of(new DueDate(Stage.CONTAINMENT, TODAY));

        assertThat(CorrectiveAction.isOverdue(Status.ISSUED, due, TODAY)).isFalse();
        assertThat(CorrectiveAction.isOverdue(Status.ISSUED, due, TODAY.plusDays(1))).isTrue();
        assertThat(CorrectiveAction.isOverdue(Status.CONTAINMENT_SUBMITTED, due, TODAY.plusDays(1)))
                .isFalse();
        assertThat(CorrectiveAction.isOverdue(Status.CANCELLED, due, TODAY.plusDays(1))).isFalse();
    }
}
