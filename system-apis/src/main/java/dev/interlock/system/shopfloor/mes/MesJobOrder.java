package dev.interlock.system.shopfloor.mes;

import dev.interlock.system.shopfloor.JobOrder;
import dev.interlock.system.shopfloor.JobState;
import dev.interlock.system.vendor.Amounts;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A job order in the words of the MES; only the fields we read.
record MesJobOrder(
        @Nullable String jobOrderId,
        @Nullable String materialId,
        @Nullable String revision,
        @Nullable String quantity,
        @Nullable String unit,
        @Nullable String state,
        @Nullable String reference,
        @Nullable LocalDate startOn,
        @Nullable LocalDate endOn) {

    /// What is sent to store one.
    record Wanted(
            String materialId,
            String revision,
            String quantity,
            String unit,
            @Nullable LocalDate startOn,
            @Nullable LocalDate endOn,
            @Nullable String reference) {
        static Wanted of(JobOrder job) {
            return new Wanted(
                    job.itemId(),
                    job.revision(),
                    job.quantity().value().toPlainString(),
                    job.quantity().unit(),
                    job.plannedStart(),
                    job.plannedEnd(),
                    job.reference());
        }
    }

    /// Empty when it is not the job order that was asked for, or makes no sense.
    Optional<JobOrder> toJobOrder(String plant, String orderNumber) {
        if (!orderNumber.equals(jobOrderId)
                || materialId == null
                || revision == null
                || state == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new JobOrder(
                            orderNumber,
                            plant,
                            materialId,
                            revision,
                            Amounts.of(quantity, unit),
                            startOn,
                            endOn,
                            JobState.valueOf(state),
                            reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
