/** Named customer journeys at a set rate and mix, marked synthetic. */
@NullMarked
package com.example.simulator.traffic;

import org.jspecify.annotations.NullMarked;
