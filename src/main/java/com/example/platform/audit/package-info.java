/** The append-only audit trail, written in the transaction of what it records. */
@NullMarked
package com.example.platform.audit;

import org.jspecify.annotations.NullMarked;
