package com.example.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScrapeTests {

    private static final String TEXT = """
            # HELP spans_total of something
            spans_total{outcome="failure",service="a"} 3.0
            spans_total{outcome="success",service="a"} 1.2E3
            spans_total_other{outcome="failure",service="a"} 7.0
            """;

    @Test
    void seriesAreAddedByNameAndLabel() {
        assertThat(Scrape.sum(TEXT, "spans_total", "outcome=\"failure\"")).isEqualTo(3);
        assertThat(Scrape.sum(TEXT, "spans_total", "")).isEqualTo(1_203);
        assertThat(Scrape.sum(TEXT, "lines_total", "")).isZero();
    }
}
