/** Products, their categories and prices. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.example.shop.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
