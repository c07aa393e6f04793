/** Common tags, naming conventions and filters, the cardinality guard and the log context. */
@NullMarked
package com.example.platform.observability;

import org.jspecify.annotations.NullMarked;
