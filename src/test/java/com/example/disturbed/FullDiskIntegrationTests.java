package com.example.disturbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.bench.JvmProbe;
import com.example.bench.Load;
import com.example.disturbed.Disturbance.Lost;
import com.example.testing.Skip;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop that can write neither its log file nor a temporary one. */
@Tag("long")
class FullDiskIntegrationTests {

    private static final long REQUESTS = 3_000;

    @TempDir
    private Path folder;

    @Test
    void noRequestFailsEveryLineIsWrittenOrCountedAndTheEndComesInTime() {
        SmallDisk disk = new SmallDisk(folder);
        Skip.unless(disk.possible(), "FullDiskIntegrationTests, as this user may not mount a tmpfs");
        try (DisturbedShop shop =
                DisturbedShop.start(disk, List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))) {
            shop.orderReads(REQUESTS).run();
            shop.settle();
            long written = shop.linesWritten();
            double lost = shop.lost(Lost.LINES);
            long heap = liveHeap(shop);

            shop.begin(Disturbance.DISK_FULL);
            Load.Result load = shop.orderReads(REQUESTS).run();
            assertThat(load.failed()).as("failed requests: %s", load.why()).isZero();
            assertThat(liveHeap(shop) - heap).as("growth of the heap").isLessThan(HeapBound.BYTES);
            shop.settle();
            assertThat(shop.lost(Lost.LINES) - lost).as("counted").isPositive();

            shop.end();
            shop.orderReads(REQUESTS).run();
            shop.settle();
            assertThat(shop.linesWritten() - written + shop.lost(Lost.LINES) - lost)
                    .isBetween(2.0 * REQUESTS, 2.0 * REQUESTS + 20);
            assertThat(shop.brokenLines()).as("cut when the disk was full").isLessThanOrEqualTo(1);

            shop.begin(Disturbance.DISK_FULL);
            assertThat(shop.stop()).isLessThan(DisturbedShop.GRACE);
        }
    }

    private static long liveHeap(DisturbedShop shop) {
        try (JvmProbe probe = new JvmProbe(shop.id())) {
            return probe.liveHeap();
        }
    }
}
