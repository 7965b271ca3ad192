package org.beistand.engine.viewer.doubles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Grants with real claims and no real signature: the relay double does not check one, and the viewer must not. */
public final class Grants {

    /** The session and the technician that every grant here is for. */
    static final String SESSION = "s1";

    static final String SUBJECT = "0e8d5f3c-0000-4000-8000-000000000007";

    private Grants() {}

    /** A compact JWS for Maria Lindner, who leads the session, with this ceiling. */
    public static String carrying(String... permissions) {
        String list = Stream.concat(Arrays.stream(permissions), Stream.of("transfer"))
                .map(p -> '"' + p + '"')
                .collect(Collectors.joining(","));
        String claims = "{\"iss\":\"beistand\",\"sid\":\"" + SESSION + "\",\"sub\":\"" + SUBJECT
                + "\",\"role\":\"technician\",\"name\":\"Maria Lindner\",\"perm\":[" + list + "],\"end\":1900000000}";
        return part("{\"alg\":\"EdDSA\",\"typ\":\"beistand-grant+jwt\"}") + '.' + part(claims) + '.' + part("none");
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
