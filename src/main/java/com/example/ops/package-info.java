/** What watches: objectives with their budgets, and incidents from the first alert to the report. */
@NullMarked
package com.example.ops;

import org.jspecify.annotations.NullMarked;
