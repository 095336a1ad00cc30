package dev.interlock.system.attachment.reference;

import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.access.Sight;
import dev.interlock.system.attachment.Attachment;
import dev.interlock.system.attachment.AttachmentQuery;
import dev.interlock.system.attachment.AttachmentStore;
import dev.interlock.system.correctiveaction.ActionBook;
import dev.interlock.system.correctiveaction.CorrectiveActions;
import dev.interlock.system.correctiveaction.Status;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.master.Refusal;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Files in our own PostgreSQL. What was staged and never attached, because the tier died between,
/// is swept away.
@ApplicationScoped
class ReferenceAttachmentStore implements AttachmentStore {
    private static final int MOST = 50;

    private final Jdbi jdbi;
    private final AttachmentTable table;
    private final CorrectiveActions actions;
    private final ActionBook book;
    private final OnBehalf caller;

    ReferenceAttachmentStore(
            Jdbi jdbi,
            AttachmentTable table,
            CorrectiveActions actions,
            ActionBook book,
            OnBehalf caller) {
        this.jdbi = jdbi;
        this.table = table;
        this.actions = actions;
        this.book = book;
        this.caller = caller;
    }

    @Override
    public List<Attachment> attachments(String actionId, Sight sight) {
        var action =
                actions.action(actionId, sight)
                        .orElseThrow(() -> new NotFound("corrective action", actionId));
        return jdbi.withHandle(handle -> table.list(handle, action.correctiveActionId()));
    }

    @Override
    public Optional<Attachment> attachment(String actionId, String attachmentId, Sight sight) {
        return attachments(actionId, sight).stream()
                .filter(attachment -> attachment.attachmentId().equals(attachmentId))
                .findFirst();
    }

    @Override
    public long stage() {
        return jdbi.withHandle(table::stage);
    }

    @Override
    public void append(long contentId, int number, byte[] bytes) {
        jdbi.useHandle(handle -> table.append(handle, contentId, number, bytes));
    }

    @Override
    public Optional<byte[]> piece(Attachment attachment, int number) {
        return jdbi.withHandle(handle -> table.piece(handle, attachment.attachmentId(), number));
    }

    @Override
    public LocalWrite attach(String actionId, AttachmentQuery named, Staged staged, Sight sight) {
        return handle -> {
            var held = book.lock(handle, actionId, sight);
            if (held.status().isEnded()) {
                throw new WrongState(
                        "corrective action",
                        actionId,
                        held.status().name(),
                        Arrays.stream(Status.values())
                                .filter(status -> !status.isEnded())
                                .map(Enum::name)
                                .toList());
            }
            var refusal = new Refusal();
            refusal.unless(
                    table.list(handle, actionId).size() < MOST,
                    "",
                    "too-many",
                    "A corrective action has at most %d files.".formatted(MOST));
            refusal.throwIfAny();
            var made = table.insert(handle, held, named, staged, sight.side(), caller.actor());
            book.note(handle, held, "ATTACH", sight);
            return Done.created(
                            "/system/v1/corrective-actions/%s/attachments/%s"
                                    .formatted(actionId, made.attachmentId()),
                            made)
                    .withEtag("\"" + made.sha256() + "\"");
        };
    }

    @Override
    public void discard(long contentId) {
        jdbi.useHandle(handle -> table.discard(handle, contentId));
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        jdbi.useHandle(table::sweep);
    }
}
