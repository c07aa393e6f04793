package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestsTests {

    @Test
    void thoseBehindTheFirstOnesGoOnCounting() {
        Requests all = new Requests(201, number -> new byte[] {(byte) number});
        Requests rest = all.after(5).after(2);
        assertThat(rest.status()).isEqualTo(201);
        assertThat(rest.bytes().apply(1)).containsExactly(8);
    }
}
