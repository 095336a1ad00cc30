package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Only an approved change is told to anyone, and every listed approver must have approved.
class ApprovedCheck implements Check<Proposal> {
    @Override
    public String code() {
        return "approved";
    }

    @Override
    public String title() {
        return "The change is approved";
    }

    @Override
    public String system() {
        return "PLM";
    }

    @Override
    public Result ask(Proposal proposal) {
        var change = proposal.change();
        var reasons = new ArrayList<String>();
        if (change.status() != EngineeringChange.Status.APPROVED) {
            reasons.add("The change is " + change.status() + ", not APPROVED.");
        }
        reasons.addAll(since(proposal));
        var approvals =
                change.approvals() == null
                        ? List.<EngineeringChange.Approval>of()
                        : change.approvals();
        if (approvals.isEmpty()) {
            reasons.add("No approver is listed.");
        }
        var open =
                approvals.stream()
                        .filter(a -> !a.decision().equals("APPROVED"))
                        .map(EngineeringChange.Approval::approver)
                        .toList();
        open.forEach(approver -> reasons.add(approver + " has not approved."));
        return Result.of(
                "Every listed approver has approved.",
                reasons,
                Map.of("status", change.status(), "missing", open));
    }

    /// What has become of it since it was sent.
    private static List<String> since(Proposal proposal) {
        var change = proposal.change();
        var now = proposal.plm().of(change.changeNumber());
        if (now.isEmpty()) {
            return List.of("PLM does not know the change any more.");
        }
        if (now.get().version() > change.version()) {
            return List.of(
                    "Version %d has come since this version %d."
                            .formatted(now.get().version(), change.version()));
        }
        return now.get().status().equals(change.status().name())
                ? List.of()
                : List.of("In PLM the change is %s by now.".formatted(now.get().status()));
    }
}
