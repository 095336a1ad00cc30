package dev.interlock.process.facts;

import static dev.interlock.platform.outbound.Call.encode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.process.facts.OrderDossier.Conversions;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Items, their revisions and structures, who supplies them and what they may be used for.
@ApplicationScoped
public class ItemFacts {
    /// So many fit into the address of a question.
    static final int MOST_PLANTS = 50;

    private final SystemTier tier;

    ItemFacts(SystemTier tier) {
        this.tier = tier;
    }

    public Optional<Item> item(String itemId) {
        return tier.erp("/items/" + encode(itemId), Item.class);
    }

    public List<Revision> revisions(String itemId) {
        return tier.erpList("/items/" + encode(itemId) + "/revisions", Revision.class);
    }

    public Optional<Bom> bom(String itemId, String revision, String plant) {
        return tier.erp(structure(itemId, revision) + "/boms/" + encode(plant), Bom.class);
    }

    public Optional<Routing> routing(String itemId, String revision, String plant) {
        return tier.erp(structure(itemId, revision) + "/routings/" + encode(plant), Routing.class);
    }

    private static String structure(String itemId, String revision) {
        return "/items/" + encode(itemId) + "/revisions/" + encode(revision);
    }

    /// Empty when ERP does not know the item. Without a revision it tells no structures; with one,
    /// those of the first `MOST_PLANTS`.
    public Optional<ItemDossier> dossier(
            String itemId, @Nullable String revision, List<String> plants) {
        var wanted = new StringJoiner("&", "?", "").setEmptyValue("");
        if (revision != null) {
            wanted.add("revision=" + encode(revision));
            plants.stream()
                    .limit(MOST_PLANTS)
                    .forEach(plant -> wanted.add("plant=" + encode(plant)));
        }
        return tier.erp("/items/" + encode(itemId) + "/dossier" + wanted, ItemDossier.class);
    }

    public Optional<WorkCenter> workCenter(String plant, String workCenterId) {
        return tier.erp(
                "/work-centers/" + encode(plant) + "/" + encode(workCenterId), WorkCenter.class);
    }

    /// Every item that uses this one, directly or through others.
    public List<String> ancestors(String itemId) {
        return uses(itemId).stream().map(Use::parentId).distinct().toList();
    }

    /// Every place where it is used, directly or in something else.
    public List<Use> uses(String itemId) {
        return tier.erpList("/items/" + encode(itemId) + "/where-used", Use.class);
    }

    /// The units that the item can be counted in, its own included.
    public List<String> convertibleUnits(String itemId) {
        return tier.erp("/items/" + encode(itemId) + "/unit-conversions", Conversions.class)
                .map(Conversions::units)
                .orElse(List.of());
    }

    /// The systems beside ERP that serve a plant; empty when ERP does not know it.
    public Optional<List<String>> systems(String plant) {
        return tier.erp("/plants/" + encode(plant) + "/systems", Served.class).map(Served::systems);
    }

    /// What usage statuses mean to ERP with this severity.
    public List<UsagePolicy> usagePolicies(String severity) {
        return tier.erpList("/usage-policies", UsagePolicy.class).stream()
                .filter(policy -> policy.severity().equals(severity))
                .toList();
    }

    public List<ItemSupplier> suppliers(String itemId) {
        return tier.erp("/items/" + encode(itemId) + "/suppliers", Suppliers.class)
                .map(Suppliers::suppliers)
                .orElse(List.of());
    }

    public boolean knowsSupplier(String supplierId) {
        return tier.erp("/suppliers/" + encode(supplierId), JsonNode.class).isPresent();
    }

    /// A place in a plant where an item is used, itself or in a component that it goes into.
    public record Use(String parentId, String plant, String componentId) {}

    private record Served(List<String> systems) {}

    private record Suppliers(List<ItemSupplier> suppliers) {}
}
