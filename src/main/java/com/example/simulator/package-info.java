/** The outside world of the shop: HTTP only, no database. */
@NullMarked
package com.example.simulator;

import org.jspecify.annotations.NullMarked;
