/** Incidents that alerts open, with their evidence, their timeline and the report they leave. */
@ApplicationModule(allowedDependencies = {"slo"})
@NullMarked
package com.example.ops.incidents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
