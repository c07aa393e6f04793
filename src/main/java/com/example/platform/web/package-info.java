/** Problem details, idempotency, limits on bodies and on calls at a time. */
@NullMarked
package com.example.platform.web;

import org.jspecify.annotations.NullMarked;
