/** Registration and credentials; the only home of personal data. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.example.shop.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
