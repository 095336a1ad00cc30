package dev.interlock.system.confirmation;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;

/// Confirmations of production orders: quantities, components used up and yield received, all or
/// nothing.
///
/// `NotFound` when the order is not known or not to be seen. Refused (409) when the state of the
/// order or the operation does not allow it, (422) with every reason at once: quantities and times
/// that cannot be, and `insufficient-stock` naming every component that is short. The same
/// `externalId` with the same content is answered with what stands, with another content it is
/// refused.
public interface Confirmations extends ErpPort {
    Optional<Page<Confirmation>> confirmations(
            String orderNumber, ConfirmationQuery query, Sight sight);

    Optional<Confirmation> confirmation(String orderNumber, String confirmationId, Sight sight);

    LocalWrite confirm(String orderNumber, ConfirmationDraft draft, Sight sight);
}
