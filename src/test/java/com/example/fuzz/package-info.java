/** Requests made from the applications' own API documents, and everything that can be wrong with them. */
package com.example.fuzz;
