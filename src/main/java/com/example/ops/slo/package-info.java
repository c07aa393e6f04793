/** Objectives and what is left of their error budgets, as Prometheus has recorded them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.example.ops.slo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
