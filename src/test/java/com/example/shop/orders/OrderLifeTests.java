package com.example.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What holds of every life that an order can have. */
class OrderLifeTests {

    private static final int TRIALS = 5_000;

    private static final Set<OrderStatus> WITH_MONEY =
            Set.of(OrderStatus.PAID, OrderStatus.PARTIALLY_REFUNDED, OrderStatus.REFUNDED);

    private static final Set<OrderStatus> CLOSED = Set.of(OrderStatus.CANCELLED, OrderStatus.EXPIRED);

    @Test
    void paymentCancellationAndExpiryExcludeEachOther() {
        Trials.of(TRIALS, random -> {
            List<OrderStatus> life = life(random);
            assertThat(life.stream().anyMatch(WITH_MONEY::contains)
                            && life.stream().anyMatch(CLOSED::contains))
                    .as(life.toString())
                    .isFalse();
            assertThat(life.stream().filter(CLOSED::contains).count())
                    .as(life.toString())
                    .isLessThan(2);
        });
    }

    @Test
    void anOrderIsPaidOnceAndBeforeAnythingGoesBack() {
        Trials.of(TRIALS, random -> {
            List<OrderStatus> life = life(random);
            assertThat(life.stream().filter(OrderStatus.PAID::equals).count())
                    .as(life.toString())
                    .isLessThan(2);
            if (life.stream().anyMatch(WITH_MONEY::contains)) {
                assertThat(life.get(1)).as(life.toString()).isEqualTo(OrderStatus.PAID);
            }
        });
    }

    @Test
    void nothingComesAfterAnEnd() {
        Trials.of(TRIALS, random -> {
            List<OrderStatus> life = life(random);
            assertThat(life.subList(0, life.size() - 1))
                    .as(life.toString())
                    .noneMatch(status -> status.next().isEmpty());
        });
    }

    /** Whatever anybody wishes for, in any order; what is not allowed does not happen. */
    private static List<OrderStatus> life(RandomGenerator random) {
        List<OrderStatus> life = new ArrayList<>(List.of(OrderStatus.PENDING_PAYMENT));
        for (int wishes = random.nextInt(1, 30); wishes > 0; wishes--) {
            OrderStatus wish = OrderStatus.values()[random.nextInt(OrderStatus.values().length)];
            if (life.getLast().mayBecome(wish)) {
                life.add(wish);
            }
        }
        return life;
    }
}
