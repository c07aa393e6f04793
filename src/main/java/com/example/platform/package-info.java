/** Plumbing that every application here shares, as Spring Boot auto-configuration; imports no application. */
@NullMarked
package com.example.platform;

import org.jspecify.annotations.NullMarked;
