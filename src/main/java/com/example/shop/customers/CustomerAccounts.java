package com.example.shop.customers;

import com.example.platform.security.Credentials;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of customers. Thread-safe. */
@Repository
class CustomerAccounts {

    private static final String INSERT = """
            INSERT INTO customers (id, subject, name, email, email_key, password_hash, roles, created_at)
            VALUES (:id, :subject, :name, :email, :key, :hash, CAST(:roles AS text[]), :now)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CustomerAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An account with the hash that its password must match. */
    record Secured(Credentials.Account account, String passwordHash) {

        @Override
        public String toString() {
            return "Secured[masked]";
        }
    }

    /** False when the address is taken; no exception, whose text would hold the address. */
    boolean add(NewCustomer customer) {
        return write(INSERT + "ON CONFLICT (email_key) DO NOTHING", customer) == 1;
    }

    /** Adds the customer or, when the address is taken, gives that account this name, password and roles. */
    void put(NewCustomer customer) {
        write(INSERT + """
                ON CONFLICT (email_key) DO UPDATE
                   SET name = excluded.name, password_hash = excluded.password_hash, roles = excluded.roles""", customer);
    }

    Optional<Customer> find(CustomerId id) {
        return jdbc.sql("SELECT name FROM customers WHERE id = ?")
                .param(id.value())
                .query((row, number) -> new Customer(id, row.getString("name")))
                .optional();
    }

    Optional<Secured> find(Login login) {
        return jdbc.sql("SELECT subject, roles, password_hash FROM customers WHERE email_key = ?")
                .param(login.key())
                .query((row, number) -> new Secured(
                        new Credentials.Account(row.getString("subject"), roles(row)), row.getString("password_hash")))
                .optional();
    }

    private int write(String sql, NewCustomer customer) {
        UUID id = customer.id().value();
        return jdbc.sql(sql)
                .param("id", id)
                .param("subject", id.toString())
                .param("name", customer.name())
                .param("email", customer.email())
                .param("key", Login.of(customer.email()).key())
                .param("hash", customer.passwordHash())
                .param("roles", customer.roles().toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Set<String> roles(ResultSet row) throws SQLException {
        Array roles = row.getArray("roles");
        return Set.of((String[]) roles.getArray());
    }
}
