package com.example.shop.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.example.platform.security.Credentials.Account;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class CustomerCredentialsTests {

    private final AtomicInteger compared = new AtomicInteger();
    private final CustomerAccounts accounts = mock(CustomerAccounts.class);
    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(4);

    private final CustomerCredentials credentials = new CustomerCredentials(accounts, new PasswordEncoder() {
        @Override
        public String encode(CharSequence password) {
            return bcrypt.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            assertThat(hash).startsWith("$2a$04$");
            compared.incrementAndGet();
            return bcrypt.matches(password, hash);
        }
    });

    @Test
    void aHashIsComputedForKnownAndUnknownAddressesAlike() {
        Account account = new Account("subject", Set.of("customer"));
        when(accounts.find(any(Login.class)))
                .thenReturn(Optional.empty())
                .thenReturn(Optional.of(new CustomerAccounts.Secured(account, bcrypt.encode("right password"))));

        assertThat(credentials.verify("nobody@example.com", "right password")).isEmpty();
        assertThat(compared).hasValue(1);
        assertThat(credentials.verify("somebody@example.com", "wrong password")).isEmpty();
        assertThat(compared).hasValue(2);
        assertThat(credentials.verify("somebody@example.com", "right password")).contains(account);
    }

    @Test
    void theStandInForUnknownAddressesLetsNobodyIn() {
        when(accounts.find(any(Login.class))).thenReturn(Optional.empty());

        assertThat(credentials.verify("nobody@example.com", "nobody has this password"))
                .isEmpty();
    }

    @Test
    void aPasswordTooLongForBcryptIsWrongAndStillCosted() {
        when(accounts.find(any(Login.class))).thenReturn(Optional.empty());

        assertThat(credentials.verify("nobody@example.com", "x".repeat(100))).isEmpty();
        assertThat(compared).hasValue(1);
    }
}
