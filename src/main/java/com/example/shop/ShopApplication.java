package com.example.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.modulith.Modulithic;

/** The shop: registers customers, takes orders and has them paid. */
@Modulithic(systemName = "Shop")
@SpringBootApplication
public class ShopApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(ShopApplication.class)
                .properties("spring.config.name=application,shop")
                .run(args);
    }
}
