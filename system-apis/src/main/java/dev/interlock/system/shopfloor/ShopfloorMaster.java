package dev.interlock.system.shopfloor;

import dev.interlock.system.shopfloor.MasterRequest.Component;
import dev.interlock.system.shopfloor.MasterRequest.Step;
import java.util.List;

/// What a plant's MES knows of a revision.
public record ShopfloorMaster(
        String plant,
        String itemId,
        String revision,
        String description,
        String unit,
        List<Component> bom,
        List<Step> operations) {
    public ShopfloorMaster {
        bom = List.copyOf(bom);
        operations = List.copyOf(operations);
    }
}
