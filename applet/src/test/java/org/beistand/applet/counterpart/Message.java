package org.beistand.applet.counterpart;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import org.beistand.engine.protocol.Frame;

/** What a frame carries; a malformed message fails the test. */
final class Message {

    private Message() {}

    static <T extends MessageLite> T of(Frame frame, Parser<T> parser) {
        try {
            return parser.parseFrom(frame.payload().duplicate());
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
