package dev.interlock.system.backend;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/// Which ERP answers: one for all, unless a plant or a kind of object in a plant has its own.
///
/// `interlock.erp.plants."2000"."item-master"=reference` sends the item master of plant 2000 to
/// `reference`; `"*"` stands for every kind. A kind is the port's name: `item-master`, `stock`,
/// `production-orders`.
@ConfigMapping(prefix = "interlock.erp")
interface ErpSettings {
    String EVERY_KIND = "*";

    @WithDefault("reference")
    String backEnd();

    Map<String, Map<String, String>> plants();
}
