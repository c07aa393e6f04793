package com.example.simulator.gateway;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes the connection of a marked request in place of its answer: the client reads an end of stream, not one byte. */
class AnswerDroppingValve extends ValveBase {

    private static final String RESPONSE = AnswerDroppingValve.class.getName() + ".response";
    private static final String MARK = AnswerDroppingValve.class.getName() + ".mark";

    AnswerDroppingValve() {
        super(true);
    }

    /** From here on nothing is written, and the connection closes once the request has been worked on. */
    static void drop(ServletRequest request) {
        if (request.getAttribute(RESPONSE) instanceof Response response) {
            response.setSuspended(true);
            request.setAttribute(MARK, true);
        }
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(RESPONSE, response);
        getNext().invoke(request, response);
        // not isSuspended(): the container sets that on errors and takes it back on the way here
        if (request.getAttribute(MARK) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("answer dropped"));
        }
    }
}
