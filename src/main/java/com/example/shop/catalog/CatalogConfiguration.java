package com.example.shop.catalog;

import com.example.platform.security.PublicEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    PublicEndpoint listProducts() {
        return new PublicEndpoint(HttpMethod.GET, "/api/products");
    }

    @Bean
    PublicEndpoint showProduct() {
        return new PublicEndpoint(HttpMethod.GET, "/api/products/*");
    }
}
