package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits for a caller at the other end of a connection of this machine. */
@Timeout(10)
class SlowCallersTests {

    private final SlowCallers callers = new SlowCallers(1);
    private final HandlerTurn turn = new HandlerTurn();

    private ServerSocketChannel door;
    private SocketChannel caller;
    private SocketChannel channel;

    @BeforeEach
    void connect() throws IOException {
        door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        caller = SocketChannel.open(door.getLocalAddress());
        channel = door.accept();
    }

    @AfterEach
    void hangUp() throws IOException {
        callers.close();
        channel.close();
        caller.close();
        door.close();
    }

    @Test
    void whoReadsFindsTheEndWhenTheTimeIsOver() throws IOException {
        Connection connection = Connection.over(channel, turn);
        CallerWait wait = callers.toSend(connection, Duration.ofMillis(200));
        try (wait) {
            assertThat(channel.read(ByteBuffer.allocate(1))).isNegative();
        }
        assertThat(wait.reason()).isEqualTo(CallerWait.Reason.TOO_LONG);
        assertThat(connection.isReadingBrokenOff()).isTrue();
    }

    /** Who waits for a body may be writing that it is to be sent. */
    @Test
    void whoStillWaitsThoughItWasBrokenOffCannotWriteEither() throws IOException {
        try (CallerWait wait = callers.toSend(Connection.over(channel, turn), Duration.ofMillis(200))) {
            assertThat(caller.read(ByteBuffer.allocate(1))).isNegative();
            assertThat(wait.reason()).isEqualTo(CallerWait.Reason.TOO_LONG);
        }
    }

    @Test
    void ofTwoSlowOnesOneIsWaitedForAndHisPlaceIsFreeAgain() {
        try (CallerWait one = slow();
                CallerWait other = slow()) {
            await().until(() -> one.reason() != null || other.reason() != null);
            assertThat(Stream.of(one, other).map(CallerWait::reason))
                    .containsExactlyInAnyOrder(null, CallerWait.Reason.TOO_MANY_ARE_SLOW);
        }
        assertThat(callers.takePlace()).isTrue();
    }

    private CallerWait slow() {
        return callers.toSend(Connection.none(), Duration.ofSeconds(30));
    }

    @Test
    void waitsOfOneTurnCountTogether() {
        CallerWait wait = callers.toSend(Connection.over(channel, turn), Duration.ofSeconds(30));
        long before = turn.waited();
        wait.close();
        assertThat(turn.waited()).isGreaterThan(before);
        turn.begin();
        assertThat(turn.waited()).isZero();
    }
}
