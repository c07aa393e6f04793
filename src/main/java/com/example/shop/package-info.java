/** The sample: a shop for orders and payments. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
