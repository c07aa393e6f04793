package com.example.disturbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.bench.ClosedLoop;
import com.example.bench.JvmProbe;
import com.example.bench.Round;
import com.example.bench.Rounds;
import com.example.bench.WarmUp;
import com.example.testing.Skip;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What telemetry in trouble costs: rounds with and without each disturbance in turns, in one process, with the compilers
 * it has in production. The profile of that name runs it: {@code ./mvnw verify -Pdisturbed}.
 */
@Tag("disturbed")
class DisturbedCostIntegrationTests {

    private static final int ROUNDS = Integer.getInteger("disturbed.rounds", 10);

    private static final long REQUESTS = 3_000;

    private static final double MOST_COST = 1.05;

    private static final double LEAST_THROUGHPUT = 0.95;

    @TempDir
    private Path folder;

    static Stream<Disturbance> disturbances() {
        String only = System.getProperty("disturbed.only", "");
        return Stream.of(Disturbance.values())
                .filter(disturbance ->
                        only.isEmpty() || List.of(only.split(",")).contains(disturbance.name()));
    }

    @ParameterizedTest
    @MethodSource("disturbances")
    void aRequestCostsTheSame(Disturbance disturbance) {
        SmallDisk disk = disturbance == Disturbance.DISK_FULL ? new SmallDisk(folder) : null;
        Skip.unless(disk == null || disk.possible(), disturbance + ", as this user may not mount a tmpfs");
        try (DisturbedShop shop = DisturbedShop.start(disk, List.of("-Xmx256m", "-XX:+UseSerialGC"))) {
            Finding finding = find(disturbance, shop);
            System.out.println(Finding.head() + "\n" + finding.row());
            Findings.keep(finding);
            check(finding);
        }
    }

    private static Finding find(Disturbance disturbance, DisturbedShop shop) {
        ClosedLoop before = shop.orderReads(disturbance.fills());
        ClosedLoop load = shop.orderReads(REQUESTS);
        double lost;
        Rounds rounds;
        long growth;
        try (JvmProbe probe = new JvmProbe(shop.id())) {
            List<Double> costs = new WarmUp(6, 25).run(() -> Round.of(shop.id(), load), probe::compiling);
            System.out.println("warmed up: " + costs);
            shop.settle();
            lost = shop.lost(disturbance.lost());
            long heap = probe.liveHeap();
            rounds = Rounds.take(ROUNDS, variants(disturbance, shop, before, load));
            shop.begin(disturbance);
            before.run();
            growth = probe.liveHeap() - heap;
        }
        double counted = shop.lost(disturbance.lost()) - lost;
        // the probe has let go of the process by now
        return Finding.of(disturbance, rounds, counted, growth, shop.stop());
    }

    private static Map<String, Supplier<Round>> variants(
            Disturbance disturbance, DisturbedShop shop, ClosedLoop before, ClosedLoop load) {
        Map<String, Supplier<Round>> variants = new LinkedHashMap<>();
        variants.put(Finding.UNDISTURBED, () -> {
            shop.end();
            shop.settle();
            before.run();
            return Round.of(shop.id(), load);
        });
        variants.put(Finding.DISTURBED, () -> {
            shop.begin(disturbance);
            before.run();
            return Round.of(shop.id(), load);
        });
        return variants;
    }

    private static void check(Finding finding) {
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(finding.failed()).as("failed requests").isZero();
            softly.assertThat(finding.cost().median()).as("processor time").isLessThanOrEqualTo(MOST_COST);
            softly.assertThat(finding.throughput().median()).as("throughput").isGreaterThanOrEqualTo(LEAST_THROUGHPUT);
            softly.assertThat(finding.lost()).as("counted").isPositive();
            softly.assertThat(finding.heapGrowth()).as("growth of the heap").isLessThan(HeapBound.BYTES);
            softly.assertThat(Duration.ofMillis(finding.shutdownMillis()))
                    .as("shutdown")
                    .isLessThan(DisturbedShop.GRACE);
        });
        assertThat(finding.cost().rounds()).as("rounds").isGreaterThanOrEqualTo(10);
    }
}
