package com.example.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    @Test
    void readsBackWhatItWrote() {
        Cursor cursor = new Cursor(Instant.parse("2026-11-22T12:00:00.123456Z"), UUID.randomUUID());
        assertThat(Cursor.parse(cursor.toString())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "%00", "AAAA", "not base64 at all", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesAnythingElse(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
    void refusesTimesThatNoOrderHas(long micros) {
        byte[] bytes = ByteBuffer.allocate(24).putLong(micros).array();
        assertThat(Cursor.parse(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
    }
}
