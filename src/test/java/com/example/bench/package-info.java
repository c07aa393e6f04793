/** Measures what a request costs: processor time of a process of its own, in alternating rounds, with their spread. */
package com.example.bench;
