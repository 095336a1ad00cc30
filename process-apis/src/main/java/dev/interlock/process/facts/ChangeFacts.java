package dev.interlock.process.facts;

import static dev.interlock.platform.outbound.Call.encode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Engineering changes as PLM has them.
@ApplicationScoped
public class ChangeFacts {
    private final SystemTier tier;

    ChangeFacts(SystemTier tier) {
        this.tier = tier;
    }

    /// The whole change, read by whoever propagates it.
    public Optional<ObjectNode> change(String changeNumber) {
        return tier.others("/engineering-changes/" + encode(changeNumber), ObjectNode.class);
    }

    /// Where it stands in PLM now.
    public Optional<Standing> standing(String changeNumber) {
        return tier.others("/engineering-changes/" + encode(changeNumber), Standing.class);
    }

    /// A version of a change and what PLM says of it.
    public record Standing(String status, long version) {}

    /// Approved changes that PLM has not been told are implemented.
    public List<Approved> approved() {
        return tier.othersList("/engineering-changes?limit=200&status=APPROVED", Approved.class);
    }

    /// An approved change, as far as a release asks for it.
    public record Approved(
            String changeNumber, Effectivity effectivity, List<AffectedItem> items) {}

    /// Changes in every plant where it names none.
    public record AffectedItem(String itemId, String toRevision, List<String> plants) {
        public AffectedItem {
            plants = LeftOut.orEmpty(plants);
        }

        public boolean changesIn(String plant) {
            return plants.isEmpty() || plants.contains(plant);
        }
    }
}
