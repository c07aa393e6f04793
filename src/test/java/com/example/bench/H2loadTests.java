package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class H2loadTests {

    private static final String OUTPUT = """
            starting benchmark...
            Application protocol: http/1.1

            finished in 2.00s, 50.00 req/s, 51.00KB/s
            requests: 101 total, 101 started, 100 done, 98 succeeded, 3 failed, 1 errored, 0 timeout
            status codes: 98 2xx, 0 3xx, 0 4xx, 2 5xx
            traffic: 102.00KB (104448) total, 20.00KB (20480) headers (space savings 0.00%), 80.00KB (81920) data
                                 min         max         mean         sd        +/- sd
            time for request:      233us     10.06ms       567us       311us    91.45%
            """;

    @Test
    void theSummaryCountsAndTheLogHasTheTimes() {
        Stream<String> log = Stream.concat(
                IntStream.rangeClosed(1, 100).mapToObj(i -> 1_700_000_000_000_000L + i + "\t200\t" + 1_000 * (101 - i)),
                Stream.of("1700000000000200\t-1\t9999999"));
        H2load.Result result = H2load.parse(OUTPUT, log);
        assertThat(result.started()).isEqualTo(101);
        assertThat(result.succeeded()).isEqualTo(98);
        assertThat(result.perSecond()).isCloseTo(50, within(0.1));
        assertThat(result.percentile(50)).isEqualTo(Duration.ofMillis(50));
        assertThat(result.percentile(99)).isEqualTo(Duration.ofMillis(99));
        assertThat(result.percentile(100)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void anythingElseIsNoResult() {
        assertThatIllegalArgumentException().isThrownBy(() -> H2load.parse("Could not resolve", Stream.empty()));
    }
}
