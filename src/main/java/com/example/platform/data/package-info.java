/** The database as every application here uses it. */
@NullMarked
package com.example.platform.data;

import org.jspecify.annotations.NullMarked;
