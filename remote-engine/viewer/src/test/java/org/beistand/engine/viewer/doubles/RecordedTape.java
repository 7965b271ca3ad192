package org.beistand.engine.viewer.doubles;

import com.google.protobuf.MessageLite;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.PackedWriter;
import org.beistand.engine.protocol.picture.Raster;
import org.beistand.engine.protocol.recording.TapeEntry;
import org.beistand.engine.protocol.seal.AppletAgreement;
import org.beistand.engine.protocol.seal.FrameKeys;
import org.beistand.engine.protocol.seal.FrameSealer;
import org.beistand.engine.protocol.seal.Pairings;
import org.beistand.engine.protocol.seal.SealKeyPair;
import org.beistand.engine.protocol.seal.TechnicianAgreement;

/** A tape as a relay writes it, of a connection that both ends have agreed on keys for. */
public final class RecordedTape {

    public static final String SESSION = "6f1c2b3a-0000-4000-8000-00000000002a";

    private final String id;
    private final String subject;
    private final String technician;
    private final int number;
    private final long begins;
    private final FrameKeys keys;
    private final Map<Role, FrameSealer> sealers = new EnumMap<>(Role.class);
    private final Map<Role, Map<Channel, Long>> sequences = new EnumMap<>(Role.class);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PackedWriter writer = new PackedWriter();
    private long micros;
    private long pace;
    private long picture;
    private boolean spoilt;

    /** @param number the technician's in the session @param begins milliseconds since 1970 */
    public RecordedTape(String id, String technician, int number, long begins) {
        this.id = id;
        this.subject = "subject-of-" + technician;
        this.technician = technician;
        this.number = number;
        this.begins = begins;
        this.micros = begins * 1000;
        SecureRandom random = new SecureRandom();
        AppletAgreement applet = new AppletAgreement(SealKeyPair.generate(), new Pairings(), SESSION, subject, random);
        TechnicianAgreement other =
                new TechnicianAgreement(SealKeyPair.generate(), new Pairings(), SESSION, subject, random);
        AppletAgreement.Granted granted = applet.grant(other.share(applet.commit()));
        keys = granted.keys();
        sealers.put(Role.APPLET, granted.sealed().sealer());
        sealers.put(Role.TECHNICIAN, other.done(granted.grant()).sealed().sealer());
    }

    /** What follows happens so long after the tape's beginning. */
    public RecordedTape at(long milliseconds) {
        micros = (begins + milliseconds) * 1000;
        return this;
    }

    /** Each frame from now on comes so long after the one before it. */
    public RecordedTape slowly(long milliseconds) {
        pace = milliseconds * 1000;
        return this;
    }

    public RecordedTape fromApplet(MessageType type, MessageLite message) {
        return add(Role.APPLET, type, 0, ByteBuffer.wrap(message.toByteArray()));
    }

    public RecordedTape fromTechnician(MessageType type, MessageLite message) {
        return add(Role.TECHNICIAN, type, 0, ByteBuffer.wrap(message.toByteArray()));
    }

    /** What that end has not sealed: a relay cannot know. */
    public RecordedTape unsealed(Role sender, MessageType type) {
        byte[] frame = sealed(sender, type, 0, ByteBuffer.allocate(40));
        frame[frame.length - 1] ^= 1;
        return write(sender, frame);
    }

    /** A picture that needs no earlier one. */
    public RecordedTape whole(int[] screen, int width) {
        writer.begin();
        return picture(true, screen, width, new Area(0, 0, width, screen.length / width));
    }

    /** What has changed there. */
    public RecordedTape change(int[] screen, int width, Area area) {
        return picture(false, screen, width, area);
    }

    private RecordedTape picture(boolean full, int[] screen, int width, Area area) {
        picture++;
        writer.write(
                picture,
                new Raster(screen, width),
                List.of(),
                List.of(area),
                Long.MAX_VALUE,
                (payload, first, last) -> add(
                        Role.APPLET,
                        MessageType.SCREEN_PICTURE,
                        (last ? FrameHeader.LAST : 0) | (first && full ? FrameHeader.FULL : 0),
                        payload));
        return this;
    }

    private RecordedTape add(Role sender, MessageType type, int flags, ByteBuffer payload) {
        return write(sender, sealed(sender, type, flags, payload));
    }

    private byte[] sealed(Role sender, MessageType type, int flags, ByteBuffer payload) {
        long sequence = sequences
                .computeIfAbsent(sender, from -> new EnumMap<>(Channel.class))
                .merge(type.channel(), 1L, Long::sum);
        int participant = sender == Role.APPLET ? Desktop.APPLET : number;
        FrameHeader header = new FrameHeader(type, flags, participant, 0, sequence, micros);
        ByteBuffer frame = Objects.requireNonNull(sealers.get(sender)).seal(header, payload);
        byte[] sealed = new byte[frame.remaining()];
        frame.get(sealed);
        return sealed;
    }

    private RecordedTape write(Role sender, byte[] frame) {
        bytes.writeBytes(TapeEntry.head(micros, sender, frame.length).array());
        bytes.writeBytes(frame);
        micros += pace;
        return this;
    }

    /** What was handed over for the company opens nothing. */
    public RecordedTape withSpoiltKeys() {
        spoilt = true;
        return this;
    }

    public String id() {
        return id;
    }

    /** Up to the mark of its end. */
    public byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes.toByteArray());
        whole.writeBytes(TapeEntry.end(micros).array());
        return whole.toByteArray();
    }

    /** As the helpdesk tells of it. @param companyKey in base64url */
    public String json(String companyKey, boolean complete) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        FrameKeys.ForCompany sealed = keys.seal(Base64.getUrlDecoder().decode(companyKey), SESSION, subject);
        if (spoilt) {
            sealed.keys()[0] ^= 1;
        }
        return """
                {"id": "%s", "technicianId": "%s", "technician": "%s", "startedAt": "2026-11-23T10:42:10Z", "bytes": %d,
                 "complete": %b, "keyId": "k1", "encapsulation": "%s", "sealedKeys": "%s"}
                """.formatted(
                        id,
                        subject,
                        technician,
                        bytes().length,
                        complete,
                        encoder.encodeToString(sealed.encapsulation()),
                        encoder.encodeToString(sealed.keys()));
    }
}
