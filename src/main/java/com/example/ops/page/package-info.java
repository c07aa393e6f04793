/** Pages for people who would rather look than call an API: incidents, objectives and runbooks, and the login to them. */
@ApplicationModule(allowedDependencies = {"incidents", "slo"})
@NullMarked
package com.example.ops.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
