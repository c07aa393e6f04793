package com.example.simulator.gateway;

import com.example.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.databind.json.JsonMapper;

/** Lets a request run into the faults that are on: before anything is decided, except for the dropped answer. */
class FaultInterceptor implements HandlerInterceptor {

    private final Faults faults;
    private final GatewaySignals signals;
    private final Duration hangCap;
    private final JsonMapper json;

    FaultInterceptor(Faults faults, GatewaySignals signals, Duration hangCap, JsonMapper json) {
        this.faults = faults;
        this.signals = signals;
        this.hangCap = hangCap;
        this.json = json;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, InterruptedException {
        if (strikes(FaultName.OUTAGE)) {
            return refuse(response, HttpStatus.SERVICE_UNAVAILABLE);
        }
        if (strikes(FaultName.ERROR)) {
            return refuse(response, HttpStatus.INTERNAL_SERVER_ERROR);
        }
        if (strikes(FaultName.HANG)) {
            faults.awaitHealing(hangCap);
        }
        Duration delay = faults.delay();
        if (delay.isPositive()) {
            signals.faultStruck(FaultName.LATENCY);
            Thread.sleep(delay);
        }
        if (strikes(FaultName.DROP_ANSWER)) {
            AnswerDroppingValve.drop(request);
        }
        return true;
    }

    private boolean strikes(FaultName name) {
        boolean struck = faults.strikes(name);
        if (struck) {
            signals.faultStruck(name);
        }
        return struck;
    }

    private boolean refuse(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(), Problems.of(status, "gateway-fault", "The gateway cannot answer now."));
        return false;
    }
}
