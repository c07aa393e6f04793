/** Orders from placing to payment, cancellation or expiry. */
@ApplicationModule(allowedDependencies = {"customers", "catalog", "payments"})
@NullMarked
package com.example.shop.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
