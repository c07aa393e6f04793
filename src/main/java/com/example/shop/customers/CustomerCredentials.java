package com.example.shop.customers;

import com.example.platform.security.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Checks passwords; hashes one even when there is nobody to compare with, so that the time tells nothing. Thread-safe. */
class CustomerCredentials implements Credentials {

    private static final int LONGEST = 72;

    private final CustomerAccounts accounts;
    private final PasswordEncoder passwords;
    private final CompletableFuture<String> nobodysHash;

    CustomerCredentials(CustomerAccounts accounts, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
        // beside the start of the rest, which a tenth of a second of hashing would hold up
        this.nobodysHash = CompletableFuture.supplyAsync(() -> passwords.encode("nobody has this password"));
    }

    @Override
    public Optional<Account> verify(String login, String password) {
        Optional<CustomerAccounts.Secured> found = accounts.find(Login.of(login));
        String hash = found.map(CustomerAccounts.Secured::passwordHash).orElseGet(nobodysHash::join);
        boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
        boolean right = passwords.matches(fits ? password : "", hash) && fits;
        return right ? found.map(CustomerAccounts.Secured::account) : Optional.empty();
    }
}
