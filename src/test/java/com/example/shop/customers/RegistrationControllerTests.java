package com.example.shop.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.example.platform.security.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class RegistrationControllerTests {

    private final Registrations registrations = mock(Registrations.class);

    private final RegistrationController controller =
            new RegistrationController(registrations, new Throttle(2, Duration.ofMinutes(1), Clock.systemUTC()));

    @Test
    void oneAddressMayRegisterOnlySoOften() {
        when(registrations.register(any())).thenReturn(Optional.of(new CustomerId(UUID.randomUUID())));

        assertThat(from("10.0.0.1").getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(from("10.0.0.1").getStatusCode()).isEqualTo(HttpStatus.CREATED);
        ResponseEntity<?> third = from("10.0.0.1");
        assertThat(from("10.0.0.2").getStatusCode()).isEqualTo(HttpStatus.CREATED);

        assertThat(third.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(Integer.parseInt(third.getHeaders().getFirst("Retry-After"))).isBetween(1, 60);
        verify(registrations, times(3)).register(any());
    }

    @Test
    void whatHoldsPersonalDataDoesNotPrintIt() {
        Registration registration = new Registration("Jane Doe", "jane@example.com", "secret password");
        CustomerId id = new CustomerId(UUID.randomUUID());

        assertThat(registration + " " + new Customer(id, "Jane Doe") + " " + Login.of("jane@example.com") + " "
                        + new NewCustomer(id, "Jane Doe", "jane@example.com", "hash", java.util.Set.of()) + " "
                        + new DemoSettings("secret password", null))
                .doesNotContainIgnoringCase("jane")
                .doesNotContain("secret", "hash");
    }

    private ResponseEntity<?> from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return controller.register(new Registration("Jane", "jane@example.com", "0123456789"), request);
    }
}
