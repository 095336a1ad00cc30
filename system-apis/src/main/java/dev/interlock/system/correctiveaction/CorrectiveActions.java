package dev.interlock.system.correctiveaction;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the gateway asks of the system that keeps corrective actions.
///
/// Empty and 404 when one is not known or not to be seen. Issuing is refused (422) with every
/// reason at once; a step (403) when it is the other side's, (409) with the state and the allowed
/// ones, and (422) when a discipline it needs is missing.
public interface CorrectiveActions {
    Optional<CorrectiveAction> action(String id, Sight sight);

    Page<CorrectiveAction> actions(CorrectiveActionQuery query, Sight sight);

    LocalWrite issue(CorrectiveActionDraft draft, Sight sight);

    /// `ifMatch` is the discipline's.
    LocalWrite write(
            String id,
            Discipline discipline,
            DisciplineContent content,
            @Nullable IfMatch ifMatch,
            Sight sight);

    /// `ifMatch` is the corrective action's.
    LocalWrite perform(
            String id, CorrectiveActionCommand command, @Nullable IfMatch ifMatch, Sight sight);
}
