package com.example.stack;

/** Where a query stands: a file, and in it a panel, a rule or a heading. */
record Origin(String file, String place) {

    Origin at(String part) {
        return new Origin(file, place + " " + part);
    }

    @Override
    public String toString() {
        return file + ": " + place;
    }
}
