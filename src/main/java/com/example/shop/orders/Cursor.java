package com.example.shop.orders;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Where a page of orders ends: the place of its last order, newest first, opaque to the caller. */
record Cursor(Instant createdAt, UUID id) {

    private static final int BYTES = 3 * Long.BYTES;

    /** Microseconds, as the database keeps them; before the year 2500, so that no text makes an instant overflow. */
    private static final long LATEST = Instant.parse("2500-01-01T00:00:00Z").getEpochSecond() * 1_000_000;

    static Cursor after(OrderSummary order) {
        return new Cursor(order.createdAt(), order.id().value());
    }

    /** The cursor that an earlier answer gave; empty for any other text. */
    static Optional<Cursor> parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long micros = buffer.getLong();
        return micros < 0 || micros > LATEST
                ? Optional.empty()
                : Optional.of(new Cursor(
                        Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new UUID(buffer.getLong(), buffer.getLong())));
    }

    @Override
    public String toString() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }
}
