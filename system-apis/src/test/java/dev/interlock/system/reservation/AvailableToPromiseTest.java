package dev.interlock.system.reservation;

import static dev.interlock.system.reservation.Availability.Source.NONE;
import static dev.interlock.system.reservation.Availability.Source.RECEIPT;
import static dev.interlock.system.reservation.Availability.Source.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.system.reservation.AvailableToPromise.Promise;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AvailableToPromiseTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void promisesWhatLiesThere() {
        var atp = atp(10);

        assertThat(promise(atp, 10, 0)).isEqualTo(of(10, 0, STOCK));
        assertThat(promise(atp, 11, 0)).isEqualTo(of(10, null, STOCK));
    }

    @Test
    void countsAReceiptFromItsDayOn() {
        var atp = atp(4);
        atp.expect(BigDecimal.TEN, day(5));

        assertThat(promise(atp, 10, 0)).isEqualTo(of(4, 5, STOCK));
        assertThat(promise(atp, 10, 5)).isEqualTo(of(10, 5, RECEIPT));
        assertThat(promise(atp, 15, 9)).isEqualTo(of(14, null, RECEIPT));
    }

    @Test
    void doesNotTakeFromAPromiseForALaterDay() {
        var atp = atp(10);
        atp.take(BigDecimal.valueOf(8), day(20));

        assertThat(promise(atp, 5, 0)).isEqualTo(of(2, null, STOCK));
    }

    @Test
    void takesStockWhoseLaterPromiseAReceiptCovers() {
        var atp = atp(10);
        atp.take(BigDecimal.TEN, day(20));
        atp.expect(BigDecimal.TEN, day(15));

        assertThat(promise(atp, 10, 0)).isEqualTo(of(10, 0, RECEIPT));
    }

    @Test
    void believesAnOverdueReceiptForTomorrowAtTheEarliest() {
        var atp = atp(0);
        atp.expect(BigDecimal.TEN, day(-3));

        assertThat(promise(atp, 10, 0)).isEqualTo(of(0, 1, RECEIPT));
    }

    @Test
    void servesAnOverduePromiseFirst() {
        var atp = atp(10);
        atp.take(BigDecimal.valueOf(6), day(-9));

        assertThat(promise(atp, 10, 0)).isEqualTo(of(4, null, STOCK));
    }

    @Test
    void promisesNothingOutOfNothing() {
        assertThat(promise(atp(0), 1, 0)).isEqualTo(of(0, null, NONE));
    }

    @Test
    void neverPromisesMoreThanThereIsWhateverTheOrder() {
        var random = new Random(4711);
        for (var round = 0; round < 500; round++) {
            var stock = random.nextInt(50);
            var atp = atp(stock);
            var received = new int[40];
            var promised = new int[40];
            for (var i = 0; i < 8; i++) {
                var day = random.nextInt(1, 40);
                var quantity = random.nextInt(1, 20);
                received[day] += quantity;
                atp.expect(BigDecimal.valueOf(quantity), day(day));
            }
            for (var i = 0; i < 30; i++) {
                var day = random.nextInt(40);
                var quantity = BigDecimal.valueOf(random.nextInt(1, 15));
                if (atp.promise(quantity, day(day)).confirmed().compareTo(quantity) == 0) {
                    atp.take(quantity, day(day));
                    promised[day] += quantity.intValue();
                }
            }
            var left = stock;
            for (var day = 0; day < 40; day++) {
                left += received[day] - promised[day];
                assertThat(left).as("round %d, day %d", round, day).isNotNegative();
            }
        }
    }

    private static AvailableToPromise atp(long stock) {
        return new AvailableToPromise(TODAY, BigDecimal.valueOf(stock));
    }

    private static Promise promise(AvailableToPromise atp, long quantity, int inDays) {
        return atp.promise(BigDecimal.valueOf(quantity), day(inDays));
    }

    private static Promise of(
            long confirmed, @Nullable Integer completeInDays, Availability.Source source) {
        return new Promise(
                BigDecimal.valueOf(confirmed),
                completeInDays == null ? null : day(completeInDays),
                source);
    }

    private static LocalDate day(int inDays) {
        return TODAY.plusDays(inDays);
    }
}
