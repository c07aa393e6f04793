/** The local run: the shop, its outside world and a database from one command, without Docker. */
package com.example.demo;
