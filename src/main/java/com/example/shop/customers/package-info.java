/** Registration and credentials; the only home of personal data. */
@NullMarked
package com.example.shop.customers;

import org.jspecify.annotations.NullMarked;
