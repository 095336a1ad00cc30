package dev.interlock.process.orderrelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.check.Checks;
import dev.interlock.process.check.Finding;
import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.check.Result;
import dev.interlock.process.check.Result.Barred;
import dev.interlock.process.check.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the ERP or the MES refuse themselves, no row of policy hides.
class FirmChecksTest {
    private static final Rule SKIP = new Rule(true, Outcome.BLOCK, "* / * / *: SKIP BLOCK");

    private final OnTheDesk desk = new OnTheDesk();

    @Test
    void aSkippedCheckStillFindsWhatNoPolicyCanLetPass() throws InterruptedException {
        var finding = ask(Optional.of(new Barred("Revision B is OBSOLETE.", Map.of())));

        assertThat(finding.outcome()).isEqualTo(Outcome.BLOCK);
        assertThat(finding.detail())
                .isEqualTo("Revision B is OBSOLETE. No policy can let this pass.");
    }

    @Test
    void nothingElseOfItIsRun() throws InterruptedException {
        assertThat(ask(Optional.empty()).outcome()).isEqualTo(Outcome.NOT_RUN);
    }

    private Finding ask(Optional<Barred> barred) throws InterruptedException {
        var check =
                new ReleaseCheck(
                        "revision-current",
                        "The order makes the right revision",
                        "PLM",
                        _ -> new Result.Failed("It is the wrong one.", Map.of()),
                        _ -> barred);
        return Checks.ask(List.of(check), desk.question(), _ -> SKIP).getFirst();
    }
}
