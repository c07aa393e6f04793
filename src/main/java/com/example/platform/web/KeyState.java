package com.example.platform.web;

import java.util.UUID;

/** What the table says of a key at one moment. */
sealed interface KeyState {

    /** The key is ours; what the operation makes gets the reference as its id. */
    record Owned(UUID reference, boolean takenOver) implements KeyState {}

    /** The call was answered before. */
    record Answered(Answer answer) implements KeyState {}

    /** Another call has the key and has not answered yet; abandoned once its lease has ended. */
    record InFlight(boolean abandoned) implements KeyState {}

    /** The key came with another content before. */
    record Reused() implements KeyState {}
}
