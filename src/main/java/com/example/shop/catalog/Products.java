package com.example.shop.catalog;

import com.example.shop.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The products in the database. */
@Repository
class Products {

    private static final String SELECT = "SELECT sku, name, category, price, currency FROM products";

    private final JdbcClient jdbc;

    Products(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Product> findAll() {
        return jdbc.sql(SELECT + " ORDER BY sku").query(Products::product).list();
    }

    List<Product> findAll(Collection<Sku> skus) {
        // one parameter whatever the number of keys, so that the statement text stays the same
        return jdbc.sql(SELECT + " WHERE sku = ANY (?)")
                .param(skus.stream().map(Sku::value).distinct().toArray(String[]::new))
                .query(Products::product)
                .list();
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                new Sku(row.getString("sku")),
                row.getString("name"),
                Category.valueOf(row.getString("category")),
                Money.of(row.getLong("price"), row.getString("currency")));
    }
}
