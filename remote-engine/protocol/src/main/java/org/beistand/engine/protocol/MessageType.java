package org.beistand.engine.protocol;

import static org.beistand.engine.protocol.Channel.CHAT;
import static org.beistand.engine.protocol.Channel.CLIPBOARD;
import static org.beistand.engine.protocol.Channel.CONSENT;
import static org.beistand.engine.protocol.Channel.CONTROL;
import static org.beistand.engine.protocol.Channel.CURSOR;
import static org.beistand.engine.protocol.Channel.FILES;
import static org.beistand.engine.protocol.Channel.INPUT;
import static org.beistand.engine.protocol.Channel.KEYS;
import static org.beistand.engine.protocol.Channel.SCREEN;

import java.util.Arrays;
import java.util.Optional;

/** Everything that can be said: channel and number together, who says it, and the protobuf message that carries it. */
public enum MessageType {
    HELLO(CONTROL, 1, Sender.ENDS, "control.Hello"),
    WELCOME(CONTROL, 2, Sender.RELAY, "control.Welcome"),
    PARTICIPANT_JOINED(CONTROL, 3, Sender.RELAY, "control.ParticipantJoined"),
    PARTICIPANT_LEFT(CONTROL, 4, Sender.RELAY, "control.ParticipantLeft"),
    PING(CONTROL, 5, Sender.ANYBODY, "control.Ping"),
    PONG(CONTROL, 6, Sender.ANYBODY, "control.Pong"),
    END(CONTROL, 7, Sender.ANYBODY, "control.End"),
    FAILURE(CONTROL, 8, Sender.RELAY, "control.Failure"),
    RECORDING_KEYS(CONTROL, 9, Sender.APPLET, "control.RecordingKeys"),
    RECORDING_FAILED(CONTROL, 10, Sender.RELAY, "control.RecordingFailed"),

    SCREEN_LAYOUT(SCREEN, 1, Sender.APPLET, "screen.ScreenLayout"),
    /** Raw: see docs/protocol.md, "Picture payload", and package {@code picture}. */
    SCREEN_PICTURE(SCREEN, 2, Sender.APPLET, ""),
    PICTURE_SHOWN(SCREEN, 3, Sender.TECHNICIAN, "screen.PictureShown"),
    REFRESH_REQUEST(SCREEN, 4, Sender.TECHNICIAN, "screen.RefreshRequest"),

    CURSOR_SHAPE(CURSOR, 1, Sender.APPLET, "cursor.CursorShape"),
    CURSOR_MOVED(CURSOR, 2, Sender.APPLET, "cursor.CursorMoved"),

    POINTER_MOVE(INPUT, 1, Sender.TECHNICIAN, "input.PointerMove"),
    POINTER_BUTTON(INPUT, 2, Sender.TECHNICIAN, "input.PointerButton"),
    POINTER_WHEEL(INPUT, 3, Sender.TECHNICIAN, "input.PointerWheel"),
    KEY_PRESS(INPUT, 4, Sender.TECHNICIAN, "input.KeyPress"),
    TYPE_TEXT(INPUT, 5, Sender.TECHNICIAN, "input.TypeText"),
    RELEASE_ALL(INPUT, 6, Sender.TECHNICIAN, "input.ReleaseAll"),
    INPUT_APPLIED(INPUT, 7, Sender.APPLET, "input.InputApplied"),

    CHAT_LINE(CHAT, 1, Sender.ENDS, "chat.ChatLine"),
    CHAT_HISTORY(CHAT, 2, Sender.APPLET, "chat.ChatHistory"),
    CHAT_KEPT(CHAT, 3, Sender.APPLET, "chat.ChatKept"),

    PERMISSION_REQUEST(CONSENT, 1, Sender.TECHNICIAN, "consent.PermissionRequest"),
    PERMISSION_DECISION(CONSENT, 2, Sender.APPLET, "consent.PermissionDecision"),
    PERMISSION_STATE(CONSENT, 3, Sender.APPLET, "consent.PermissionState"),
    STEERING_REQUEST(CONSENT, 4, Sender.TECHNICIAN, "consent.SteeringRequest"),
    STEERING_STATE(CONSENT, 5, Sender.APPLET, "consent.SteeringState"),

    CLIPBOARD_OFFER(CLIPBOARD, 1, Sender.APPLET, "clipboard.ClipboardOffer"),
    CLIPBOARD_FETCH(CLIPBOARD, 2, Sender.TECHNICIAN, "clipboard.ClipboardFetch"),
    CLIPBOARD_CONTENT(CLIPBOARD, 3, Sender.ENDS, "clipboard.ClipboardContent"),
    CLIPBOARD_PIECE(CLIPBOARD, 4, Sender.ENDS, "clipboard.ClipboardPiece"),
    CLIPBOARD_PROGRESS(CLIPBOARD, 5, Sender.ENDS, "clipboard.ClipboardProgress"),

    FILE_OFFER(FILES, 1, Sender.ENDS, "files.FileOffer"),
    FILE_FETCH(FILES, 2, Sender.TECHNICIAN, "files.FileFetch"),
    FILE_PIECE(FILES, 3, Sender.ENDS, "files.FilePiece"),
    FILE_PROGRESS(FILES, 4, Sender.ENDS, "files.FileProgress"),

    KEY_COMMIT(KEYS, 1, Sender.APPLET, "keys.KeyCommit"),
    KEY_SHARE(KEYS, 2, Sender.TECHNICIAN, "keys.KeyShare"),
    KEY_GRANT(KEYS, 3, Sender.APPLET, "keys.KeyGrant"),
    KEY_DONE(KEYS, 4, Sender.TECHNICIAN, "keys.KeyDone"),
    KEYS_REFUSED(KEYS, 5, Sender.APPLET, "keys.KeysRefused");

    /** Who may send a message of a type. */
    public enum Sender {
        RELAY,
        APPLET,
        TECHNICIAN,
        /** Applet and technicians. */
        ENDS,
        /** Ends and relay. */
        ANYBODY;

        /** Whether an end of this role may send it. */
        public boolean includes(Role role) {
            return switch (this) {
                case RELAY -> false;
                case APPLET -> role == Role.APPLET;
                case TECHNICIAN -> role == Role.TECHNICIAN;
                case ENDS, ANYBODY -> true;
            };
        }
    }

    private static final int PER_CHANNEL = 16;
    private static final Optional<?>[] BY_KEY = table();

    private final Channel channel;
    private final int number;
    private final Sender sender;
    private final String message;

    MessageType(Channel channel, int number, Sender sender, String message) {
        this.channel = channel;
        this.number = number;
        this.sender = sender;
        this.message = message;
    }

    public Channel channel() {
        return channel;
    }

    /** The type byte in the frame header, unique within the channel. */
    public int number() {
        return number;
    }

    public Sender sender() {
        return sender;
    }

    /**
     * Whether a recording of the connection has it: what is typed, the clipboard and files it has not, nor what was said
     * before it began. Each kind is sealed with keys of its own, and only those of this one are ever handed over.
     */
    public boolean isRecorded() {
        return switch (channel) {
            case SCREEN, CURSOR -> sender == Sender.APPLET;
            case CHAT -> this != CHAT_HISTORY;
            case CONSENT -> true;
            case CONTROL, KEYS, INPUT, CLIPBOARD, FILES, SYSTEM, SCRIPT -> false;
        };
    }

    /** Name of the protobuf message below {@code beistand.wire}; empty for a raw payload. */
    public Optional<String> message() {
        return message.isEmpty() ? Optional.empty() : Optional.of(message);
    }

    /** The type with these two header bytes; empty for one that this release does not know. */
    @SuppressWarnings("unchecked") // the table holds nothing else
    public static Optional<MessageType> of(Channel channel, int number) {
        return number < 0 || number >= PER_CHANNEL
                ? Optional.empty()
                : (Optional<MessageType>) BY_KEY[channel.number() * PER_CHANNEL + number];
    }

    private static Optional<?>[] table() {
        Optional<?>[] table = new Optional<?>[Channel.values().length * PER_CHANNEL];
        Arrays.fill(table, Optional.empty());
        for (MessageType type : values()) {
            table[type.channel.number() * PER_CHANNEL + type.number] = Optional.of(type);
        }
        return table;
    }
}
