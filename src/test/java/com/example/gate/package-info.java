/** The verb that lets a deployment pass, asked about made series. */
@NullMarked
package com.example.gate;

import org.jspecify.annotations.NullMarked;
