package dev.interlock.system.notification;

import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Plausible;
import dev.interlock.system.notification.QualityNotification.Affected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be told to a supplier. It sees nothing of it before it is sent.
public record NotificationDraft(
        @NotNull QualityNotification.Type type,
        @NotNull @BusinessId String supplierId,
        @NotNull @BusinessId String plant,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4000) String description,
        @NotNull QualityNotification.Severity severity,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Affected> affected,
        @BusinessId @Nullable String nonconformanceId,
        @Plausible @Nullable LocalDate answerBy) {}
