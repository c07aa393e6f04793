package com.example.stack;

import com.github.dockerjava.api.DockerClient;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;

/** Takes a container that has ended, however, as one that was started. */
final class EndsAtOnce extends StartupCheckStrategy {

    @Override
    public StartupStatus checkStartupState(DockerClient client, String container) {
        boolean ended = "exited".equals(getCurrentState(client, container).getStatus());
        return ended ? StartupStatus.SUCCESSFUL : StartupStatus.NOT_YET_KNOWN;
    }
}
