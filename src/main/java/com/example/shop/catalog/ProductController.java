package com.example.shop.catalog;

import com.example.platform.web.Problems;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue for anyone. */
@RestController
@RequestMapping("/api/products")
class ProductController {

    private final Products products;

    ProductController(Products products) {
        this.products = products;
    }

    @GetMapping
    ProductList list() {
        return new ProductList(products.findAll());
    }

    @ApiResponse(
            responseCode = "200",
            description = "The product",
            content = @Content(schema = @Schema(implementation = Product.class)))
    @ApiResponse(responseCode = "404", description = "There is no such product")
    @GetMapping("/{sku}")
    ResponseEntity<?> show(@PathVariable String sku) {
        return Sku.parse(sku).map(List::of).map(products::findAll).orElse(List.of()).stream()
                .findFirst()
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() ->
                        Problems.response(HttpStatus.NOT_FOUND, "product-not-found", "There is no such product."));
    }

    record ProductList(List<Product> items) {}
}
