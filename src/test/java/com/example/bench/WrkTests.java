package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrkTests {

    private static final String OUTPUT = """
            Running 4s test @ http://127.0.0.1:8080/api/products
              1 threads and 8 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     1.67ms    1.12ms  34.36ms   97.83%
                Req/Sec     4.53k   412.20     5.05k    89.00%
              18123 requests in 4.01s, 30.64MB read
            """;

    private static final String END = """
            Requests/sec:   4519.45
            Transfer/sec:      7.64MB
            """;

    @Test
    void requestsAndTimeAreRead() {
        assertThat(Wrk.parse(OUTPUT + END)).isEqualTo(new Load.Result(18_123, 0, "", Duration.ofMillis(4_010)));
    }

    @Test
    void whatFailedIsAddedUp() {
        String failures = """
              Socket errors: connect 1, read 2, write 3, timeout 4
              Non-2xx or 3xx responses: 500
            """;
        assertThat(Wrk.parse(OUTPUT + failures + END).failed()).isEqualTo(510);
    }

    @Test
    void anythingElseIsNoResult() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wrk.parse("unable to connect to 127.0.0.1:1"));
    }

    @Test
    void aScriptHasArgumentsOfItsOwn() {
        Wrk wrk = new Wrk(
                8, Duration.ofSeconds(4), List.of("Accept: */*"), "pay.lua", List.of("file"), "http://127.0.0.1:1/");
        assertThat(wrk.command())
                .containsExactly(
                        "wrk",
                        "-t1",
                        "-c8",
                        "-d4s",
                        "--timeout",
                        "10s",
                        "-H",
                        "Accept: */*",
                        "-s",
                        "pay.lua",
                        "http://127.0.0.1:1/",
                        "--",
                        "file");
    }
}
