package com.example.shop.payments;

import com.example.shop.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The payments in the database. */
@Repository
class PaymentLedger {

    private static final String SELECT = "SELECT * FROM payments ";

    private final JdbcClient jdbc;

    PaymentLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Payment payment, Instant firstCheck) {
        jdbc.sql("""
                INSERT INTO payments (id, payable_id, payer, amount, currency, status, token, created_at, next_check_at)
                VALUES (:id, :payable, :payer, :amount, :currency, :status, :token, :createdAt, :firstCheck)""")
                .param("id", payment.id().value())
                .param("payable", payment.payable().value())
                .param("payer", payment.payer())
                .param("amount", payment.amount().amount())
                .param("currency", payment.amount().currency().getCurrencyCode())
                .param("status", payment.status().name())
                .param("token", payment.token() == null ? null : payment.token().value())
                .param("createdAt", utc(payment.createdAt()))
                .param("firstCheck", utc(firstCheck))
                .update();
    }

    Optional<Payment> find(PaymentId id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id.value())
                .query(PaymentLedger::payment)
                .optional();
    }

    /** The same, and nobody else changes it before this transaction ends. */
    Optional<Payment> lock(PaymentId id) {
        return jdbc.sql(SELECT + "WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(PaymentLedger::payment)
                .optional();
    }

    /** The payment that keeps another one of the same thing from being opened. */
    Optional<Payment> findLive(PayableId payable) {
        return jdbc.sql(SELECT + "WHERE payable_id = ? AND status IN ('PENDING', 'CAPTURED')")
                .param(payable.value())
                .query(PaymentLedger::payment)
                .optional();
    }

    /** Settles a pending payment; false when it was settled before. */
    boolean settle(
            PaymentId id,
            PaymentStatus status,
            @Nullable DeclineReason reason,
            @Nullable String gatewayId,
            Instant now) {
        return jdbc.sql("""
                        UPDATE payments
                        SET status = :status, decline_reason = :reason, gateway_id = :gatewayId, settled_at = :now,
                            token = NULL
                        WHERE id = :id AND status = 'PENDING'""")
                        .param("status", status.name())
                        .param("reason", reason == null ? null : reason.name())
                        .param("gatewayId", gatewayId)
                        .param("now", utc(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Gives up a payment whose charge was never sent, neither by its own call nor by reconciliation. */
    boolean giveUpUnsent(PaymentId id, Instant now) {
        return jdbc.sql("""
                        UPDATE payments
                        SET status = 'FAILED', settled_at = ?, token = NULL
                        WHERE id = ? AND status = 'PENDING' AND checks = 0""").params(utc(now), id.value()).update() == 1;
    }

    /** Pending payments that are due, claimed until their next check: two replicas never get the same one. */
    List<Pending<Payment>> claimDue(Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                        UPDATE payments SET checks = checks + 1, next_check_at = :next
                        WHERE id IN (SELECT id FROM payments
                                     WHERE status = 'PENDING' AND next_check_at <= :now
                                     ORDER BY next_check_at LIMIT :limit
                                     FOR UPDATE SKIP LOCKED)
                        RETURNING *""")
                .param("now", utc(now))
                .param("next", utc(now.plus(lease)))
                .param("limit", limit)
                .query((row, number) -> new Pending<>(payment(row, number), row.getInt("checks")))
                .list();
    }

    /** Claims one of them whether due or not, and from then on nobody gives it up as unsent; false when it is settled. */
    boolean claim(PaymentId id, Instant next) {
        return jdbc.sql("""
                        UPDATE payments SET checks = checks + 1, next_check_at = ?
                        WHERE id = ? AND status = 'PENDING'""").params(utc(next), id.value()).update() == 1;
    }

    void checkAgain(PaymentId id, Instant next) {
        jdbc.sql("UPDATE payments SET next_check_at = ? WHERE id = ? AND status = 'PENDING'")
                .params(utc(next), id.value())
                .update();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        String reason = row.getString("decline_reason");
        String token = row.getString("token");
        return new Payment(
                new PaymentId(row.getObject("id", UUID.class)),
                new PayableId(row.getObject("payable_id", UUID.class)),
                row.getString("payer"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                PaymentStatus.valueOf(row.getString("status")),
                reason == null ? null : DeclineReason.valueOf(reason),
                token == null ? null : new PaymentToken(token),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
