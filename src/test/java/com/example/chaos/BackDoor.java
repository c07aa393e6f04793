package com.example.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Somebody with a console of the database, who closes orders that are being paid. Thread-safe. */
final class BackDoor {

    private static final int ATTEMPTS = 100;

    private static final long PAUSE = 500_000;

    private final Postgres postgres;
    private @Nullable Connection connection;

    BackDoor(Postgres postgres) {
        this.postgres = postgres;
    }

    /** Closes the order as soon as its payment waits for the gateway; gives up after a moment. */
    void close(String order) {
        for (int i = 0; i < ATTEMPTS; i++) {
            if (tryToClose(order)) {
                return;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private synchronized boolean tryToClose(String order) {
        try {
            if (connection == null) {
                connection = postgres.connect();
            }
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE orders SET status = 'CANCELLED' WHERE id = ? AND status = 'PENDING_PAYMENT'
                       AND EXISTS (SELECT 1 FROM payments WHERE payable_id = orders.id AND status = 'PENDING')""")) {
                update.setObject(1, UUID.fromString(order));
                return update.executeUpdate() == 1;
            }
        } catch (SQLException away) {
            connection = null;
            return false;
        }
    }
}
