package dev.interlock.system.access;

import dev.interlock.platform.access.Caller;
import jakarta.enterprise.context.RequestScoped;

/// On whose behalf the request comes: the plants of the token, and the supplier that the partner
/// tier names.
@RequestScoped
public class OnBehalf {
    private final Caller caller;

    OnBehalf(Caller caller) {
        this.caller = caller;
    }

    public Sight sight() {
        return new Sight(caller.plants(), caller.onBehalfOfSupplier().orElse(null));
    }

    public String client() {
        return caller.clientId();
    }

    public String actor() {
        return caller.actor();
    }
}
