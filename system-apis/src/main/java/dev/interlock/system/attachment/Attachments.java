package dev.interlock.system.attachment;

import dev.interlock.platform.hardening.UploadStream;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.attachment.AttachmentStore.Staged;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.master.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// Takes files in and hands them out, piece by piece: none is ever in memory as a whole.
@ApplicationScoped
class Attachments {
    private static final int PIECE = 256 * 1024;

    private final AttachmentStore store;
    private final Effects effects;
    private final OnBehalf caller;

    Attachments(AttachmentStore store, Effects effects, OnBehalf caller) {
        this.store = store;
        this.effects = effects;
        this.caller = caller;
    }

    /// The bytes are staged first, so that what a retry sends can be told from another file; what
    /// is refused or replayed leaves none behind.
    Response attach(String actionId, AttachmentQuery named, MediaType type, InputStream body)
            throws IOException {
        var sight = caller.sight();
        var _ = store.attachments(actionId, sight);
        var evidence =
                EvidenceType.of(type)
                        .orElseThrow(() ->
                                new Rejected(
                                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                        "Files of this type are not taken."));
        var contentId = store.stage();
        try {
            var staged = stage(contentId, evidence, (UploadStream) body);
            return effects.perform(
                    "corrective-action-attachments", store.attach(actionId, named, staged, sight));
        } finally {
            store.discard(contentId);
        }
    }

    Response download(String actionId, String attachmentId) {
        var found =
                store.attachment(actionId, attachmentId, caller.sight())
                        .orElseThrow(() -> new NotFound("attachment", attachmentId));
        StreamingOutput pieces =
                out -> {
                    var number = 0;
                    for (Optional<byte[]> piece = store.piece(found, number);
                            piece.isPresent();
                            piece = store.piece(found, ++number)) {
                        out.write(piece.get());
                    }
                };
        return Response.ok(pieces, found.mediaType())
                .header(HttpHeaders.ETAG, "\"" + found.sha256() + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(found.filename()))
                .build();
    }

    private Staged stage(long contentId, EvidenceType evidence, UploadStream body)
            throws IOException {
        var refusal = new Refusal();
        var number = 0;
        for (var piece = body.readNBytes(PIECE); piece.length > 0; piece = body.readNBytes(PIECE)) {
            refusal.unless(
                    (number > 0 || evidence.begins(piece)) && evidence.mayContain(piece),
                    "",
                    "type-mismatch",
                    "The file is not what its type says: %s.".formatted(evidence.mediaType()));
            refusal.throwIfAny();
            store.append(contentId, number++, piece);
        }
        refusal.unless(number > 0, "", "empty", "The file is empty.");
        refusal.throwIfAny();
        return new Staged(
                contentId,
                evidence.mediaType(),
                body.size(),
                HexFormat.of().formatHex(body.sha256OfAll()));
    }

    /// RFC 6266: a name for everyone, and the real one.
    private static String disposition(String filename) {
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(
                        filename.replaceAll("[^A-Za-z0-9._ -]", "_"),
                        URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
