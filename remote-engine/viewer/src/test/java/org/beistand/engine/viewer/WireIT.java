package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.consent.PermissionRequest;
import org.beistand.engine.wire.control.Hello;
import org.beistand.engine.wire.input.PointerMove;
import org.beistand.engine.wire.keys.KeyCommit;
import org.beistand.engine.wire.screen.ScreenLayout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message that Java writes is read in the browser, and written again to the same bytes. */
class WireIT extends InChromium {

    private static final String AGAIN = """
            async ([name, text]) => {
              const wire = await import('/viewer/core/wire.gen.js');
              const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
              return btoa(String.fromCharCode(...wire[`encode${name}`](wire[`decode${name}`](bytes))));
            }""";

    static Stream<Descriptor> messages() {
        return Stream.of(
                        Hello.getDescriptor(),
                        ScreenLayout.getDescriptor(),
                        PointerMove.getDescriptor(),
                        ChatLine.getDescriptor(),
                        PermissionRequest.getDescriptor(),
                        KeyCommit.getDescriptor())
                .flatMap(one -> one.getFile().getMessageTypes().stream());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void comesBackAsItWas(Descriptor message) {
        for (boolean large : new boolean[] {false, true}) {
            byte[] bytes = filled(message, large).toByteArray();
            String text = Base64.getEncoder().encodeToString(bytes);
            assertThat(evaluate(AGAIN, List.of(message.getName(), text)))
                    .as("%s, large %s", message.getName(), large)
                    .isEqualTo(text);
        }
    }

    /** A field of a later release is passed over. */
    @ParameterizedTest
    @MethodSource("messages")
    void ignoresWhatItDoesNotKnow(Descriptor message) {
        byte[] known = filled(message, true).toByteArray();
        byte[] unknown = {(byte) 0xA2, 0x3F, 2, 1, 2, (byte) 0xA8, 0x3F, 5};
        ByteString both = ByteString.copyFrom(known).concat(ByteString.copyFrom(unknown));
        String text = Base64.getEncoder().encodeToString(both.toByteArray());
        assertThat(evaluate(AGAIN, List.of(message.getName(), text)))
                .isEqualTo(Base64.getEncoder().encodeToString(known));
    }

    private static DynamicMessage filled(Descriptor type, boolean large) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            if (field.isRepeated()) {
                message.addRepeatedField(field, value(field, large));
                message.addRepeatedField(field, value(field, large));
            } else {
                message.setField(field, value(field, large));
            }
        }
        return message.build();
    }

    private static Object value(FieldDescriptor field, boolean large) {
        return switch (field.getType()) {
            case UINT32 -> large ? -1 : 1;
            case INT32, SINT32 -> large ? Integer.MIN_VALUE : -1;
            case UINT64 -> large ? (1L << 53) - 1 : 300L;
            case BOOL -> true;
            case STRING -> large ? "ä€\uD83D\uDE00\u0000".repeat(50) : "x";
            case BYTES -> ByteString.copyFrom(new byte[large ? 300 : 1]);
            case ENUM -> field.getEnumType().getValues().getLast();
            case MESSAGE -> filled(field.getMessageType(), large);
            default -> throw new AssertionError("the wire has a new type of field: " + field.getType());
        };
    }
}
