/** What Spring decides while an image is built, used only where it would decide the same again. */
@NullMarked
package com.example.platform.aot;

import org.jspecify.annotations.NullMarked;
