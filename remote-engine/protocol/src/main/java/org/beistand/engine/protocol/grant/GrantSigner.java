package org.beistand.engine.protocol.grant;

import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.beistand.engine.protocol.contract.Json;

/** The helpdesk's pen: signs grants and manifests with one Ed25519 key. Safe for use by several threads. */
public final class GrantSigner {

    static final String GRANT_TYPE = "beistand-grant+jwt";
    static final String MANIFEST_TYPE = "beistand-manifest+jwt";

    private final String kid;
    private final PrivateKey key;

    /**
     * @param kid name of the key in the helpdesk's KeySet
     * @param key its private part
     */
    public GrantSigner(String kid, PrivateKey key) {
        this.kid = kid;
        this.key = key;
    }

    /** The grant as a compact JWS. Times are cut to whole seconds. */
    public String sign(SessionGrant grant) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", SessionGrant.ISSUER);
        claims.put("aud", grant.audience());
        claims.put("sub", grant.subject().toString());
        claims.put("jti", grant.grantId().toString());
        claims.put("iat", grant.issuedAt().getEpochSecond());
        claims.put("exp", grant.expiresAt().getEpochSecond());
        claims.put("sid", grant.sessionId().toString());
        claims.put("tid", grant.company());
        claims.put("role", grant.role().wireName());
        claims.put("name", grant.name());
        claims.put(
                "perm",
                grant.permissions().stream().sorted().map(Permission::wireName).toList());
        claims.put("end", grant.sessionEnd().getEpochSecond());
        return Jws.sign(kid, GRANT_TYPE, key, Json.write(claims));
    }

    /** The manifest as a compact JWS: the content of {@code session.jws}. */
    public String sign(SessionManifest manifest) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("helpdesk", manifest.helpdesk().toString());
        claims.put("token", manifest.token());
        claims.put("sid", manifest.sessionId().toString());
        claims.put("company", manifest.company());
        claims.put("language", manifest.language());
        claims.put("brand", new TreeMap<>(manifest.brand()));
        claims.put("exp", manifest.expiresAt().getEpochSecond());
        return Jws.sign(kid, MANIFEST_TYPE, key, Json.write(claims));
    }
}
