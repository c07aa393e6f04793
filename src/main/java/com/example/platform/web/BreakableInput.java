package com.example.platform.web;

import java.io.IOException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A body that ends where its reading was broken off, so that who broke it off decides on the answer: of a failure Tomcat
 * would make a 400 before anybody is asked. For one request at a time.
 */
final class BreakableInput implements InputBuffer {

    private final InputBuffer input;
    private Connection connection = Connection.none();

    BreakableInput(InputBuffer input) {
        this.input = input;
    }

    /** From the next body on. */
    void comesOver(Connection next) {
        connection = next;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        try {
            return connection.isReadingBrokenOff() ? -1 : input.doRead(handler);
        } catch (IOException failure) {
            if (connection.isReadingBrokenOff()) {
                return -1;
            }
            throw failure;
        }
    }

    @Override
    public int available() {
        return input.available();
    }
}
