/** Problem details, request ids, idempotency and load shedding. */
@NullMarked
package com.example.platform.web;

import org.jspecify.annotations.NullMarked;
