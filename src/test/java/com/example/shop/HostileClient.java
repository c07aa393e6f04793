package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.platform.security.Tokens;
import com.example.shop.testing.Refusals;
import com.example.shop.testing.ShopOperations;
import com.example.shop.testing.ShopOperations.Operation;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** No input yields a 5xx, an order that its customer was not told of, or a word about the inside. */
abstract class HostileClient extends CustomerOfTheShop {

    @Autowired
    private RSAKey key;

    Tokens tokens;
    List<Operation> operations;
    Refusals refusals;

    @BeforeEach
    void lookAtTheShop() {
        tokens = new Tokens(key);
        operations = new ShopOperations(
                        shop, customer, tokens.valid("a-support", "support"), tokens.valid("an-operator", "operator"))
                .all();
        refusals = Refusals.of(port, operations);
    }

    @AfterEach
    void allWasRefusedAndTheShopStillTakesAndKeepsAnOrder() {
        assertThat(refusals.complaints()).isEmpty();
        String order = shop.orderOfABook(customer);
        assertThat(shop.statusOf(customer, order)).isEqualTo("PENDING_PAYMENT");
        assertThat(shop.pay(customer, order, "tok_visa").status()).isEqualTo(201);
        assertThat(shop.statusOf(customer, order)).isEqualTo("PAID");
    }
}
