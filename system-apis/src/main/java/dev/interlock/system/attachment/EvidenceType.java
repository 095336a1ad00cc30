package dev.interlock.system.attachment;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The types of files that are taken, and how their bytes begin. What says that it is one of them
/// and does not begin so is refused.
enum EvidenceType {
    PDF("application/pdf", "%PDF-"),
    PNG("image/png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    WORKBOOK("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK\u0003\u0004"),
    DOCUMENT(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "PK\u0003\u0004"),
    TEXT("text/plain", ""),
    TABLE("text/csv", "");

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // nobody outside ever gets hold of it
    private final byte[] magic;

    EvidenceType(String mediaType, String magic) {
        this.mediaType = mediaType;
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<EvidenceType> of(MediaType type) {
        var name = type.getType() + "/" + type.getSubtype();
        return Arrays.stream(values())
                .filter(known -> known.mediaType.equalsIgnoreCase(name))
                .findFirst();
    }

    /// Whether a file may begin with these bytes.
    boolean begins(byte[] first) {
        return first.length >= magic.length
                && Arrays.equals(first, 0, magic.length, magic, 0, magic.length);
    }

    /// Text has no control characters but white space.
    boolean mayContain(byte[] some) {
        if (magic.length > 0) {
            return true;
        }
        for (var each : some) {
            if (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
