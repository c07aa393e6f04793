/** A payment gateway with switchable faults. */
@NullMarked
package com.example.simulator.gateway;

import org.jspecify.annotations.NullMarked;
