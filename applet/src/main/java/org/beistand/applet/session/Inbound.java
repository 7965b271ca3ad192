package org.beistand.applet.session;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.consent.Ask;
import org.beistand.applet.consent.ConsentBook;
import org.beistand.applet.encode.ScreenFeed;
import org.beistand.applet.input.GuardedInput;
import org.beistand.applet.input.InputAction;
import org.beistand.applet.input.KeyStroke;
import org.beistand.applet.input.Modifier;
import org.beistand.applet.input.Turn;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.consent.PermissionRequest;
import org.beistand.engine.wire.consent.SteeringRequest;
import org.beistand.engine.wire.input.InputOrder;
import org.beistand.engine.wire.input.KeyPress;
import org.beistand.engine.wire.input.PointerButton;
import org.beistand.engine.wire.input.PointerMove;
import org.beistand.engine.wire.input.PointerWheel;
import org.beistand.engine.wire.input.ReleaseAll;
import org.beistand.engine.wire.input.TypeText;
import org.beistand.engine.wire.screen.PictureShown;

/**
 * What a technician sends, taken to the room it is meant for. The technician's ceiling is checked here once more: the
 * relay already did, but the applet believes nobody. The customer's consent is checked by the rooms themselves.
 */
final class Inbound {

    private static final Logger LOG = Logger.getLogger(Inbound.class.getName());

    private final Presence presence;
    private final ConsentBook consent;
    private final Cooperation together;
    private final GuardedInput input;
    private final ScreenFeed screen;
    private final Pointing pointing;
    private final Carrying carrying;
    private final Filing filing;
    private final Talk talk;

    Inbound(
            Presence presence,
            ConsentBook consent,
            Cooperation together,
            GuardedInput input,
            Sharing sharing,
            Talk talk) {
        this.presence = presence;
        this.consent = consent;
        this.together = together;
        this.input = input;
        this.screen = sharing.viewing().feed();
        this.pointing = sharing.pointing();
        this.carrying = sharing.carrying();
        this.filing = sharing.filing();
        this.talk = talk;
    }

    /** @return whether the window has something new to show */
    boolean accept(Frame frame) {
        Optional<Technician> from = presence.technician(frame.header().participant());
        if (from.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "a frame of nobody we know is ignored: {0}",
                    frame.header().type());
            return false;
        }
        try {
            return accept(frame, from.get());
        } catch (InvalidProtocolBufferException malformed) {
            LOG.log(
                    Level.INFO,
                    "a malformed message is ignored: {0}",
                    frame.header().type());
            return false;
        }
    }

    private boolean accept(Frame frame, Technician from) throws InvalidProtocolBufferException {
        ByteBuffer payload = frame.payload();
        switch (frame.header().type()) {
            case CHAT_LINE -> {
                return talk.heard(from, ChatLine.parseFrom(payload), presence.here());
            }
            case PERMISSION_REQUEST -> ask(from, PermissionRequest.parseFrom(payload));
            case STEERING_REQUEST -> {
                together.wants(from, SteeringRequest.parseFrom(payload));
                return true;
            }
            case PICTURE_SHOWN ->
                screen.shown(from.participant(), PictureShown.parseFrom(payload).getPicture());
            case REFRESH_REQUEST -> screen.refresh(from.participant());
            case POINTER_MOVE, POINTER_BUTTON, POINTER_WHEEL, KEY_PRESS, TYPE_TEXT, RELEASE_ALL -> {
                if (from.may(Permission.CONTROL)) {
                    control(from, frame, payload);
                    screen.inputGiven();
                }
            }
            case CLIPBOARD_FETCH, CLIPBOARD_CONTENT, CLIPBOARD_PIECE, CLIPBOARD_PROGRESS ->
                carrying.accept(frame, from);
            case FILE_OFFER, FILE_FETCH, FILE_PIECE, FILE_PROGRESS -> filing.accept(frame, from);
            default ->
                LOG.log(
                        Level.INFO,
                        "a technician does not say {0}",
                        frame.header().type());
        }
        return false;
    }

    private void ask(Technician from, PermissionRequest request) {
        if (request.getRequestId().isEmpty() || request.getRequestId().length() > Limits.NAME_CHARACTERS) {
            return;
        }
        if (request.getPermission().equals(Permission.CONTROL.wireName())) {
            together.asksForControl(from, request.getRequestId());
        }
        Permission.ofWireName(request.getPermission())
                .ifPresentOrElse(
                        permission ->
                                consent.ask(new Ask(request.getRequestId(), permission, from.name(), from.ceiling())),
                        () -> LOG.info("a permission of a later release is asked for: no answer"));
    }

    private void control(Technician from, Frame frame, ByteBuffer payload) throws InvalidProtocolBufferException {
        switch (frame.header().type()) {
            case POINTER_MOVE -> {
                PointerMove move = PointerMove.parseFrom(payload);
                moved(from, pixel(move.getX()), pixel(move.getY()));
                input.give(
                        new InputAction.Move(pixel(move.getX()), pixel(move.getY())), Turn.unnumbered(from.subject()));
            }
            case POINTER_BUTTON -> {
                PointerButton button = PointerButton.parseFrom(payload);
                moved(from, pixel(button.getX()), pixel(button.getY()));
                give(from, button.getOrder(), button(button));
            }
            case POINTER_WHEEL -> {
                PointerWheel wheel = PointerWheel.parseFrom(payload);
                moved(from, pixel(wheel.getX()), pixel(wheel.getY()));
                give(from, wheel.getOrder(), wheel(wheel));
            }
            case KEY_PRESS -> {
                KeyPress key = KeyPress.parseFrom(payload);
                give(from, key.getOrder(), new InputAction.Key(stroke(key)));
            }
            case TYPE_TEXT -> {
                TypeText text = TypeText.parseFrom(payload);
                if (text.getText().length() <= Limits.CHAT_LINE_CHARACTERS) {
                    give(from, text.getOrder(), new InputAction.Text(text.getText()));
                }
            }
            default -> give(from, ReleaseAll.parseFrom(payload).getOrder(), new InputAction.ReleaseAll());
        }
    }

    /** Where an onlooker points moves nothing. */
    private void moved(Technician from, int x, int y) {
        if (together.steering().isWith(from.subject())) {
            pointing.moved(from, x, y);
        }
    }

    /** An order with numbers that no page could make is left alone: numbering by it would lead nowhere. */
    private void give(Technician from, InputOrder order, InputAction action) {
        boolean possible = isExact(order.getStream()) && isExact(order.getNumber()) && isExact(order.getSettled());
        if (possible) {
            input.give(action, new Turn(from.subject(), order.getStream(), order.getNumber(), order.getSettled()));
        }
    }

    private static boolean isExact(long wire) {
        return wire >= 0 && wire <= Limits.SEQUENCE;
    }

    private static InputAction button(PointerButton wire) {
        return new InputAction.Button(pixel(wire.getX()), pixel(wire.getY()), wire.getButton(), wire.getPressed());
    }

    private static InputAction wheel(PointerWheel wire) {
        return new InputAction.Wheel(pixel(wire.getX()), pixel(wire.getY()), turn(wire.getDx()), turn(wire.getDy()));
    }

    private static KeyStroke stroke(KeyPress wire) {
        Set<Modifier> held = EnumSet.noneOf(Modifier.class);
        addIf(held, Modifier.SHIFT, wire.getShift());
        addIf(held, Modifier.CONTROL, wire.getControl());
        addIf(held, Modifier.ALT, wire.getAlt());
        addIf(held, Modifier.META, wire.getMeta());
        addIf(held, Modifier.ALT_GRAPH, wire.getAltGraph());
        return new KeyStroke(wire.getCode(), wire.getKey(), wire.getPressed(), held);
    }

    private static void addIf(Set<Modifier> held, Modifier modifier, boolean isHeld) {
        if (isHeld) {
            held.add(modifier);
        }
    }

    /** Unsigned on the wire; beyond any screen means the screen's edge. */
    private static int pixel(int wire) {
        return Math.clamp(Integer.toUnsignedLong(wire), 0, Limits.SCREEN_SIDE_PIXELS - 1);
    }

    /** A hundred notches at once are a broken mouse. */
    private static int turn(int wire) {
        return Math.clamp(wire, -12_000, 12_000);
    }
}
