package dev.interlock.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Which APIs there are, by tier.
@ApplicationScoped
class Catalogue {
    private final PortalConfig config;

    Catalogue(PortalConfig config) {
        this.config = config;
    }

    List<Tier> tiers() {
        return List.of(
                new Tier(
                        "partner",
                        "Partner tier",
                        "For suppliers: each sees its own, and no more",
                        List.of(
                                api(
                                        "partner",
                                        "supplier",
                                        "Supplier API",
                                        "Purchase orders, shipments and engineering notices"),
                                api(
                                        "partner",
                                        "quality",
                                        "Supplier quality API",
                                        "How parts stand, notifications and 8D reports"))),
                new Tier(
                        "process",
                        "Process tier",
                        "For PLM, MES and people: decides and coordinates",
                        List.of(
                                api(
                                        "process",
                                        "eco",
                                        "Engineering change propagation",
                                        "One change told to every system that must know it"),
                                api(
                                        "process",
                                        "order-release",
                                        "Production order release",
                                        "An order starts only when every condition holds"),
                                api(
                                        "process",
                                        "notices",
                                        "Supplier notices",
                                        "Which supplier was told what"),
                                api(
                                        "process",
                                        "policies",
                                        "Policies",
                                        "The data that decides what a check and a change mean"),
                                api(
                                        "process",
                                        "operations",
                                        "Operations",
                                        "Runs and exceptions of every process, and what a person"
                                                + " can do"),
                                api(
                                        "process",
                                        "events",
                                        "Process events",
                                        "How runs end, as an ordered feed"))),
                new Tier(
                        "system",
                        "System tier",
                        "For the tiers above and the plant's own systems: hides which back end"
                                + " answers",
                        List.of(
                                api(
                                        "system",
                                        "item",
                                        "Item API",
                                        "Items, revisions, BOMs, routings, work centers"),
                                api(
                                        "system",
                                        "inventory",
                                        "Inventory API",
                                        "Stock, movements, reservations, holds, availability"),
                                api(
                                        "system",
                                        "order",
                                        "Order API",
                                        "Production, sales and purchase orders"),
                                api(
                                        "system",
                                        "warehouse",
                                        "Warehouse API",
                                        "Staging requests to the WMS"),
                                api(
                                        "system",
                                        "shopfloor",
                                        "Shopfloor API",
                                        "Job orders and masters to the MES"),
                                api(
                                        "system",
                                        "quality",
                                        "Quality API",
                                        "Nonconformances and inspection plans"),
                                api(
                                        "system",
                                        "engineering",
                                        "Engineering API",
                                        "Engineering changes from and to PLM"),
                                api(
                                        "system",
                                        "events",
                                        "Events",
                                        "Every business fact as an ordered feed"))));
    }

    private static Api api(String tier, String name, String title, String summary) {
        return new Api(tier, name, title, summary);
    }

    Optional<Api> find(String tier, String name) {
        return tiers().stream()
                .flatMap(t -> t.apis().stream())
                .filter(api -> api.tier().equals(tier) && api.name().equals(name))
                .findFirst();
    }

    URI source(Api api) {
        var base =
                switch (api.tier()) {
                    case "system" -> config.systemUrl();
                    case "process" -> config.processUrl();
                    default -> config.partnerUrl();
                };
        return base.resolve(api.contractPath() + "?format=json");
    }
}
