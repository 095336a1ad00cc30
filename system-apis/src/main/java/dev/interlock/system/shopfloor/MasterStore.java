package dev.interlock.system.shopfloor;

import java.util.Optional;

/// What the gateway asks of a plant's MES about what it can make.
///
/// `Refused` when it refuses, `TargetFailed` when it could not be asked or answered nonsense.
public interface MasterStore {
    boolean serves(String plant);

    Optional<ShopfloorMaster> find(String plant, String itemId, String revision);

    ShopfloorMaster store(ShopfloorMaster wanted, String effectKey);
}
