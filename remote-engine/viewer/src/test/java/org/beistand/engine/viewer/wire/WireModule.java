package org.beistand.engine.viewer.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.clipboard.ClipboardOffer;
import org.beistand.engine.wire.consent.PermissionRequest;
import org.beistand.engine.wire.control.Hello;
import org.beistand.engine.wire.cursor.CursorMoved;
import org.beistand.engine.wire.files.FileOffer;
import org.beistand.engine.wire.input.PointerMove;
import org.beistand.engine.wire.keys.KeyCommit;
import org.beistand.engine.wire.screen.ScreenLayout;

/** The whole text of {@code wire.gen.js}: constants, reader and writer, and every message of the .proto files. */
final class WireModule {

    private static final List<FileDescriptor> FILES = List.of(
            Hello.getDescriptor().getFile(),
            ScreenLayout.getDescriptor().getFile(),
            PointerMove.getDescriptor().getFile(),
            ChatLine.getDescriptor().getFile(),
            PermissionRequest.getDescriptor().getFile(),
            KeyCommit.getDescriptor().getFile(),
            CursorMoved.getDescriptor().getFile(),
            ClipboardOffer.getDescriptor().getFile(),
            FileOffer.getDescriptor().getFile());

    private static final String HEAD = """
            // Written by WireGeneratorTest from the .proto files and the enumerations of remote-engine/protocol.
            // Do not edit: mvn -pl remote-engine/viewer -am test -Dtest=WireGeneratorTest -Dwire.regenerate=true
            """;

    private WireModule() {}

    static List<Descriptor> messages() {
        return FILES.stream().flatMap(file -> file.getMessageTypes().stream()).toList();
    }

    static String source() throws IOException {
        StringBuilder module = new StringBuilder(HEAD)
                .append(ConstantsCode.source())
                .append('\n')
                .append(prelude());
        Set<String> names = new HashSet<>();
        for (FileDescriptor file : FILES) {
            file.getEnumTypes().forEach(type -> module.append(MessageCode.enumeration(type)));
            for (Descriptor message : file.getMessageTypes()) {
                if (!names.add(message.getName())) {
                    throw new IllegalStateException("two messages are called " + message.getName());
                }
                module.append(new MessageCode(message).source());
            }
        }
        return module.toString();
    }

    private static String prelude() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(WireModule.class.getResourceAsStream("/wire-prelude.js"), "wire-prelude.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
