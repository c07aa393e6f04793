/** The stack from the outside: every query that the project ships, and every jump from one signal to another. */
@org.jspecify.annotations.NullMarked
package com.example.stack;
