package dev.interlock.system.engineering;

import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.RemoteEffect;
import dev.interlock.system.effect.Settlement;
import dev.interlock.system.vendor.ContentTag;

/// Closes the loop: the PLM learns that the change is in force.
record ImplementChange(ChangeSource plm, String changeNumber, long version)
        implements RemoteEffect<EngineeringChange> {

    @Override
    public String system() {
        return "PLM";
    }

    @Override
    public Settlement<EngineeringChange> settlement() {
        return new Settlement.Idempotent<>();
    }

    @Override
    public EngineeringChange send(String effectKey) {
        return plm.implement(changeNumber, version, effectKey);
    }

    @Override
    public Done done(EngineeringChange implemented) {
        return Done.ok(implemented).withEtag(ContentTag.of(implemented));
    }
}
