package dev.interlock.system.acknowledgement;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Acknowledgements of purchase orders.
///
/// Empty and 404 when order or acknowledgement is not known or not to be seen. An answer is refused
/// (422) with every reason at once, and (409) when its line is past being answered; a decision is
/// the buyer's alone (403), and refused (409) when nothing waits for it.
public interface Acknowledgements extends ErpPort {
    Page<Acknowledgement> acknowledgements(
            String orderNumber, AcknowledgementQuery query, Sight sight);

    Optional<Acknowledgement> acknowledgement(
            String orderNumber, String acknowledgementId, Sight sight);

    /// `ifMatch` is the order's.
    LocalWrite acknowledge(
            String orderNumber, AcknowledgementDraft draft, @Nullable IfMatch ifMatch, Sight sight);

    /// `ifMatch` is the acknowledgement's.
    LocalWrite decide(
            String orderNumber,
            String acknowledgementId,
            ChangeDecisions decisions,
            @Nullable IfMatch ifMatch,
            Sight sight);
}
