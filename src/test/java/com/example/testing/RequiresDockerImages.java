package com.example.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips a test class, with its reason in one line on the console, unless a Docker engine answers and has the images.
 * With {@code SHOP_REQUIRE_DOCKER=true} in the environment it fails in place of skipping.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DockerImagesCondition.class)
public @interface RequiresDockerImages {

    String[] value();
}
