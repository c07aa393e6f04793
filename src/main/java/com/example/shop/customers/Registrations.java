package com.example.shop.customers;

import com.example.platform.security.Pseudonyms;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;

/** Makes customers. Thread-safe. */
class Registrations {

    private static final Logger log = LoggerFactory.getLogger(Registrations.class);
    private static final Set<String> ROLES = Set.of("customer");

    private final CustomerAccounts accounts;
    private final PasswordEncoder passwords;
    private final Pseudonyms pseudonyms;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;

    Registrations(
            CustomerAccounts accounts,
            PasswordEncoder passwords,
            Pseudonyms pseudonyms,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.pseudonyms = pseudonyms;
        this.events = events;
        this.transaction = transaction;
    }

    /** Empty when the e-mail address is taken. Hashes before the transaction, which would hold a connection meanwhile. */
    Optional<CustomerId> register(Registration registration) {
        String hash = passwords.encode(registration.password());
        CustomerId id = new CustomerId(UUID.randomUUID());
        NewCustomer customer = new NewCustomer(
                id, registration.name().strip(), registration.email().strip(), hash, ROLES);
        String subject = id.value().toString();
        String pseudonym = pseudonyms.of(subject);
        boolean added = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean fresh = accounts.add(customer);
            if (fresh) {
                events.publishEvent(new CustomerRegistered(subject, "customer/" + pseudonym));
            }
            return fresh;
        }));
        if (!added) {
            return Optional.empty();
        }
        log.atInfo()
                .addKeyValue("event", "customer.registered")
                .addKeyValue("user", pseudonym)
                .log("Customer registered");
        return Optional.of(id);
    }
}
