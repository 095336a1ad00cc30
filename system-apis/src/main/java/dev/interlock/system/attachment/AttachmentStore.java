package dev.interlock.system.attachment;

import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.LocalWrite;
import java.util.List;
import java.util.Optional;

/// What the gateway asks of the system that keeps files.
///
/// Empty and 404 when a file or its corrective action is not known or not to be seen; attaching is
/// refused (409) when that has ended.
public interface AttachmentStore {
    List<Attachment> attachments(String correctiveActionId, Sight sight);

    Optional<Attachment> attachment(String correctiveActionId, String attachmentId, Sight sight);

    /// A place for bytes that nothing refers to yet.
    long stage();

    void append(long contentId, int number, byte[] bytes);

    /// Empty behind the last piece.
    Optional<byte[]> piece(Attachment attachment, int number);

    LocalWrite attach(String correctiveActionId, AttachmentQuery named, Staged staged, Sight sight);

    /// Forgets staged bytes if nothing refers to them.
    void discard(long contentId);

    /// Bytes that have arrived whole.
    record Staged(long contentId, String mediaType, long size, String sha256) {}
}
