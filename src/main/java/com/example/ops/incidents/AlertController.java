package com.example.ops.incidents;

import com.example.platform.web.Problems;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where Alertmanager posts. It comes again after any answer but a success, and only then. */
@RestController
@PreAuthorize("hasAnyRole('ALERTMANAGER', 'OPERATOR')")
class AlertController {

    private final AlertIntake intake;

    AlertController(AlertIntake intake) {
        this.intake = intake;
    }

    @ApiResponse(responseCode = "204", description = "Taken")
    @PostMapping("/api/alerts")
    ResponseEntity<?> take(@Valid @RequestBody Notification notification) throws InterruptedException {
        return intake.take(notification)
                ? ResponseEntity.noContent().build()
                : Problems.unavailable("storm", "Too many notifications at a time.", Duration.ofSeconds(1));
    }
}
