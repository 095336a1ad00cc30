package dev.interlock.benchmark.crash;

import dev.interlock.benchmark.crash.Defects.Kind;
import dev.interlock.benchmark.piece.Workpiece;
import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Exchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the ERP has of the workpieces when all is over: every revision, by its own change, and the
/// screws of the last.
final class ErpState {
    private final Api api;
    private final Defects defects;

    ErpState(Api api, Defects defects) {
        this.api = api;
        this.defects = defects;
    }

    void judge(Workpiece piece, int changes) {
        Map<String, String> wanted = new TreeMap<>();
        for (int change = 1; change <= changes; change++) {
            wanted.put(Workpiece.revision(change), piece.changeNumber(change));
        }
        Map<String, String> has = new TreeMap<>();
        String item = "/system/v1/items/" + piece.id();
        for (JsonObject revision : items(item + "/revisions")) {
            if (revision.getString("changeNumber") != null) {
                has.put(revision.getString("revision"), revision.getString("changeNumber"));
            }
        }
        if (!has.equals(wanted)) {
            defects.add(Kind.ERP_DIFFERS, "%s has %s".formatted(piece.id(), has));
        }
        for (String plant : piece.plants()) {
            screws(
                    piece,
                    changes,
                    "%s/revisions/%s/boms/%s".formatted(item, Workpiece.revision(changes), plant));
        }
    }

    private void screws(Workpiece piece, int changes, String path) {
        Exchange bom = api.get("integration-tests", path);
        String wanted = String.valueOf(Workpiece.screwsAfter(changes));
        boolean right =
                bom.body().getJsonArray("lines", new JsonArray()).stream()
                        .map(JsonObject.class::cast)
                        .filter(line -> line.getString("componentId").equals("SC-0912"))
                        .map(line -> line.getJsonObject("quantity").getString("value"))
                        .anyMatch(wanted::equals);
        if (!right) {
            defects.add(
                    Kind.ERP_DIFFERS,
                    "%s: not %s screws in %s".formatted(piece.id(), wanted, bom.text()));
        }
    }

    private List<JsonObject> items(String path) {
        Exchange answer = api.get("integration-tests", path);
        return answer.body().getJsonArray("items", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
