/** Charges and refunds through the payment gateway, exact under crashes, retries and time-outs; knows no orders. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.example.shop.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
