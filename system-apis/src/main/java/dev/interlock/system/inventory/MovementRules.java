package dev.interlock.system.inventory;

import static dev.interlock.system.inventory.StockType.UNRESTRICTED;

import dev.interlock.system.master.Refusal;
import org.jspecify.annotations.Nullable;

/// What each type of movement needs and what it must not have.
public final class MovementRules {
    private MovementRules() {}

    public static void check(MovementDraft draft, boolean batchManaged, Refusal refusal) {
        switch (draft.type()) {
            case RECEIPT -> {
                only(draft.to(), draft.from(), "/to", "/from", refusal);
                notBoth(draft, refusal);
            }
            case ISSUE -> {
                only(draft.from(), draft.to(), "/from", "/to", refusal);
                refusal.unless(
                        draft.from() == null || draft.from().stockType() == UNRESTRICTED,
                        "/from/stockType",
                        "stock-type",
                        "Only unrestricted stock is issued.");
            }
            case RETURN -> {
                only(draft.to(), draft.from(), "/to", "/from", refusal);
                refusal.unless(
                        draft.orderNumber() != null,
                        "/orderNumber",
                        "not-null",
                        "A return names the order it comes from.");
            }
            case TRANSFER -> transfer(draft, refusal);
            case STOCK_TYPE_CHANGE -> stockTypeChange(draft, refusal);
            case SCRAP -> {
                only(draft.from(), draft.to(), "/from", "/to", refusal);
                reason(draft, refusal);
            }
            case ADJUSTMENT -> {
                refusal.unless(
                        (draft.from() == null) != (draft.to() == null),
                        "",
                        "one-place",
                        "An adjustment has one place: 'to' for what was found, 'from' for what is"
                                + " missing.");
                reason(draft, refusal);
            }
        }
        lot(draft, batchManaged, refusal);
        refusal.unless(
                draft.purchaseOrderLine() == null || draft.purchaseOrderNumber() != null,
                "/purchaseOrderLine",
                "no-order",
                "A line is a line of a purchase order: name the order too.");
        refusal.unless(
                draft.quantity().isPositive(),
                "/quantity/value",
                "positive",
                "A movement is of more than nothing.");
    }

    private static void transfer(MovementDraft draft, Refusal refusal) {
        both(draft, refusal);
        if (draft.from() != null && draft.to() != null) {
            refusal.unless(
                    draft.from().stockType() == draft.to().stockType(),
                    "/to/stockType",
                    "stock-type",
                    "A transfer keeps the stock type.");
            refusal.unless(
                    !draft.from().location().equals(draft.to().location()),
                    "/to/location",
                    "location",
                    "A transfer goes to another location.");
        }
    }

    private static void stockTypeChange(MovementDraft draft, Refusal refusal) {
        both(draft, refusal);
        if (draft.from() != null && draft.to() != null) {
            refusal.unless(
                    draft.from().stockType() != draft.to().stockType(),
                    "/to/stockType",
                    "stock-type",
                    "The stock type is the same as before.");
        }
    }

    private static void both(MovementDraft draft, Refusal refusal) {
        refusal.unless(draft.from() != null, "/from", "not-null", "It goes from a place.");
        refusal.unless(draft.to() != null, "/to", "not-null", "It goes to a place.");
    }

    private static void only(
            @Nullable Place needed,
            @Nullable Place other,
            String neededAt,
            String otherAt,
            Refusal refusal) {
        refusal.unless(
                needed != null, neededAt, "not-null", "This type of movement needs the place.");
        refusal.unless(
                other == null, otherAt, "null", "This type of movement does not have the place.");
    }

    private static void notBoth(MovementDraft draft, Refusal refusal) {
        refusal.unless(
                draft.orderNumber() == null || draft.purchaseOrderNumber() == null,
                "/purchaseOrderNumber",
                "one-order",
                "A receipt is for a production order or a purchase order, not both.");
    }

    private static void reason(MovementDraft draft, Refusal refusal) {
        refusal.unless(
                draft.reasonCode() != null,
                "/reasonCode",
                "not-null",
                "This type of movement needs a reason.");
    }

    private static void lot(MovementDraft draft, boolean batchManaged, Refusal refusal) {
        refusal.unless(
                (draft.lot() != null) == batchManaged,
                "/lot",
                batchManaged ? "lot-needed" : "no-lot",
                batchManaged ? "The item is kept in lots." : "The item is not kept in lots.");
    }
}
