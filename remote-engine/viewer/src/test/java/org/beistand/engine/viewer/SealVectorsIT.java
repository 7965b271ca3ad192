package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sealing in the browser, against RFC 9180's vectors and the protocol's own. */
class SealVectorsIT extends InChromium {

    private static final String PRELUDE = """
            const { hex } = await import('/viewer/core/seal/bytes.js');
            const { OwnKeys } = await import('/viewer/core/seal/keys.js');
            const bytes = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
            const base64 = (text) => btoa(String.fromCharCode(...bytes(text)))
              .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
            const own = async (secret, known) => new OwnKeys(
              await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'X25519', d: base64(secret), x: base64(known) },
                { name: 'X25519' }, false, ['deriveBits']), bytes(known));
            const wrong = [];
            const same = (name, is, should) => { if (is !== should) wrong.push(name + ' is ' + is + ', not ' + should); };
            const refused = async (name, attempt) => {
              try { await attempt(); wrong.push(name + ' was not refused'); } catch (cause) {
                if (cause.status?.name !== 'PROTOCOL_ERROR') wrong.push(name + ' gave ' + cause);
              }
            };
            """;

    @Test
    void receivesWhatTheRfcSends() throws IOException {
        assertThat(run("hpke.json", """
                const { receive, AEAD } = await import('/viewer/core/seal/hpke.js');
                for (const vector of JSON.parse(file).vectors) {
                  const setup = {
                    aead: vector.aead === 1 ? AEAD.AES_128_GCM : AEAD.AES_256_GCM,
                    encapsulation: bytes(vector.enc),
                    keys: await own(vector.skRm, vector.pkRm),
                    info: bytes(vector.info),
                    sender: vector.pkSm && bytes(vector.pkSm),
                  };
                  const context = await receive(setup);
                  for (const [next, { sequence, aad, ct, pt }] of vector.encryptions.entries()) {
                    if (next === sequence) {
                      same(vector.source + ' ' + sequence, hex(await context.open(bytes(aad), bytes(ct))), pt);
                    }
                  }
                  for (const { context: name, length, value } of vector.exports) {
                    same(vector.source + ' export', hex(await context.export(bytes(name), length)), value);
                  }
                  const [{ aad, ct }] = vector.encryptions;
                  await refused('a changed tag', async () =>
                    (await receive(setup)).open(bytes(aad), bytes(ct).with(-1, bytes(ct).at(-1) ^ 1)));
                  await refused('too short', async () => (await receive(setup)).open(bytes(aad), bytes(ct).slice(0, 9)));
                }
                """)).isEqualTo(List.of());
    }

    @Test
    void agreesOnTheSameKeysAndWordsAsJava() throws IOException {
        assertThat(run("1/seal.json", AGREED + """
                same('share', hex(share), vector.share);
                same('done', hex(agreed.done), vector.done);
                const { wordsOf } = await import('/viewer/core/seal/words.js');
                same('german', wordsOf(agreed.words, 'de-CH').join(' '), vector.german);
                same('english', wordsOf(agreed.words, 'en').join(' '), vector.english);
                const { decodeFrame } = await import('/viewer/core/frame.js');
                const picture = await agreed.opener.open(decodeFrame(bytes(vector.pictureSealed).buffer));
                same('picture', hex(picture.payload), vector.picture);
                same('flags', picture.flags, 2);
                const line = { channel: 4, type: 1, flags: 0, participant: 0, keyEpoch: 0, sequence: 1,
                  time: Number(vector.lineTime), payload: bytes(vector.line) };
                same('line', hex(await agreed.sealer.seal(line)), vector.lineSealed);
                """)).isEqualTo(List.of());
    }

    @Test
    void refusesFramesThatWereChangedOrNotSealed() throws IOException {
        assertThat(run("1/seal.json", AGREED + """
                const { decodeFrame } = await import('/viewer/core/frame.js');
                const sealed = bytes(vector.pictureSealed);
                for (let at = 2; at < sealed.length; at++) {
                  const stamped = at === 4 || at === 5;
                  if (stamped || at === 3) continue;
                  await refused('byte ' + at, async () =>
                    agreed.opener.open(decodeFrame(sealed.with(at, sealed[at] ^ 4).buffer)));
                }
                same('stamped', hex((await agreed.opener.open(decodeFrame(sealed.with(5, 9).buffer))).payload), vector.picture);
                await refused('flag', () => agreed.opener.open(decodeFrame(sealed.with(3, 2).buffer)));
                await refused('epoch', () => agreed.opener.open(decodeFrame(sealed.with(7, 0).buffer)));
                await refused('own frame', () => agreed.opener.open(decodeFrame(bytes(vector.lineSealed).buffer)));
                """)).isEqualTo(List.of());
    }

    @Test
    void refusesHostileAgreements() throws IOException {
        assertThat(run("1/seal.json", AGREED + """
                const commit = wire.decodeKeyCommit(bytes(vector.commit));
                const grant = wire.decodeKeyGrant(bytes(vector.grant));
                const fresh = (changes) => new Agreement({ keys, pairings: new Pairings(), sessionId: vector.sessionId,
                  subject: vector.subject, nonce: bytes(vector.technicianNonce), ...changes });
                const attempt = (changes, changed) => async () => {
                  const agreement = fresh(changes);
                  agreement.share(commit);
                  await agreement.grant({ ...grant, ...changed });
                };
                await attempt({}, {})(); // the honest one passes
                await refused('another session', attempt({ sessionId: 's2' }, {}));
                await refused('another subject', attempt({ subject: 'jonas' }, {}));
                await refused('another nonce', attempt({ nonce: new Uint8Array(32) }, {}));
                for (const part of ['publicKey', 'nonce', 'encapsulation', 'confirmation']) {
                  for (const size of [0, 31, 33, 900]) await refused(part + size, attempt({}, { [part]: new Uint8Array(size) }));
                  const changed = Uint8Array.from(grant[part]).with(3, grant[part][3] ^ 1);
                  await refused(part + ' changed', attempt({}, { [part]: changed }));
                }
                await refused('zero', attempt({}, { encapsulation: new Uint8Array(32) }));
                await refused('commitment', async () => fresh({}).share({ commitment: new Uint8Array(31) }));
                await refused('grant first', () => fresh({}).grant(grant));
                const agreement2 = fresh({});
                agreement2.share(commit);
                await refused('twice', async () => agreement2.share(commit));
                await agreement2.grant(grant);
                await refused('grant twice', () => agreement2.grant(grant));
                const worn = new Pairings();
                for (let time = 0; time < 256; time++) worn.keep(keys.publicKey, new Uint8Array(32));
                await refused('new words without end', attempt({ pairings: worn }, {}));
                """)).isEqualTo(List.of());
    }

    private static final String AGREED = """
            const wire = await import('/viewer/core/wire.gen.js');
            const { Agreement } = await import('/viewer/core/seal/agreement.js');
            const { Pairings } = await import('/viewer/core/seal/pairings.js');
            const vector = JSON.parse(file);
            const keys = await own(vector.technicianSecret, vector.technicianPublic);
            const agreement = new Agreement({ keys, pairings: new Pairings(), sessionId: vector.sessionId,
              subject: vector.subject, nonce: bytes(vector.technicianNonce) });
            const share = agreement.share(wire.decodeKeyCommit(bytes(vector.commit)));
            const agreed = await agreement.grant(wire.decodeKeyGrant(bytes(vector.grant)));
            """;

    private Object run(String file, String script) throws IOException {
        String content = Files.readString(Path.of("../protocol/src/vectors", file));
        return evaluate("async (file) => {" + PRELUDE + script + "return wrong; }", content);
    }
}
