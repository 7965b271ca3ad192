package org.beistand.applet.counterpart;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.input.InputApplied;
import org.beistand.engine.wire.input.InputOrder;
import org.beistand.engine.wire.input.TypeText;

/** A technician's page as far as its input goes: numbers it and sends again what was not confirmed. */
public final class Typist {

    private static final long STREAM = 4_711;

    private final SmallRelay relay;
    private final List<String> typed = new ArrayList<>();

    public Typist(SmallRelay relay) {
        this.relay = relay;
    }

    public void type(String text) {
        typed.add(text);
        send(typed.size());
    }

    /** As a page does when the way is whole again. */
    public void sendAgain() {
        for (long number = confirmed() + 1; number <= typed.size(); number++) {
            send((int) number);
        }
    }

    private void send(int number) {
        InputOrder order =
                InputOrder.newBuilder().setStream(STREAM).setNumber(number).build();
        relay.send(
                MessageType.TYPE_TEXT,
                TypeText.newBuilder()
                        .setText(typed.get(number - 1))
                        .setOrder(order)
                        .build());
    }

    public boolean isAllConfirmed() {
        return confirmed() == typed.size();
    }

    private long confirmed() {
        return relay.arrived(MessageType.INPUT_APPLIED).stream()
                .map(Typist::applied)
                .filter(applied -> applied.getStream() == STREAM)
                .mapToLong(InputApplied::getNumber)
                .max()
                .orElse(0);
    }

    private static InputApplied applied(Frame frame) {
        try {
            return InputApplied.parseFrom(frame.payload().duplicate());
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
