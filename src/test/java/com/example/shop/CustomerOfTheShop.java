package com.example.shop;

import com.example.shop.testing.ShopCalls;
import com.example.shop.testing.ShopIntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The live shop with a customer who has just registered, and its database to look into. */
@ShopIntegrationTest
abstract class CustomerOfTheShop {

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    ShopCalls shop;
    String customer;

    @BeforeEach
    void registerACustomer() {
        shop = new ShopCalls(port);
        customer = shop.newCustomer();
    }
}
