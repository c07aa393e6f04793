/** Breaks real processes at random while customers buy, and compares what they were told with the books afterwards. */
@NullMarked
package com.example.chaos;

import org.jspecify.annotations.NullMarked;
