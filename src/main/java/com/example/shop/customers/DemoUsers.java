package com.example.shop.customers;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes the users of the demo, or gives those that are there the password of this start; safe with several replicas. */
@Component
@Profile("demo")
class DemoUsers implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoUsers.class);

    private static final List<DemoUser> USERS = List.of(
            new DemoUser("Alice Example", "alice@example.com", "customer"),
            new DemoUser("Bob Example", "bob@example.com", "customer"),
            new DemoUser("Sam Support", "support@example.com", "support"),
            new DemoUser("Olga Operator", "operator@example.com", "operator"));

    private final CustomerAccounts accounts;
    private final CompletableFuture<String> hash;

    DemoUsers(CustomerAccounts accounts, PasswordEncoder passwords, DemoSettings settings) {
        this.accounts = accounts;
        // beside the start of the rest, which a tenth of a second of hashing would hold up
        this.hash = CompletableFuture.supplyAsync(() -> passwords.encode(settings.effectivePassword()));
    }

    private record DemoUser(String name, String email, String role) {}

    @Override
    public void run(ApplicationArguments arguments) {
        for (DemoUser user : USERS) {
            CustomerId id = new CustomerId(UUID.randomUUID());
            accounts.put(new NewCustomer(id, user.name(), user.email(), hash.join(), Set.of(user.role())));
        }
        log.atInfo()
                .addKeyValue("event", "demo.users.ready")
                .addKeyValue("users", USERS.size())
                .log("Demo users ready");
    }
}
