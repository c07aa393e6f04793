/** Filter chains, token checks, pseudonyms, the demo issuer and access to the actuator. */
@NullMarked
package com.example.platform.security;

import org.jspecify.annotations.NullMarked;
