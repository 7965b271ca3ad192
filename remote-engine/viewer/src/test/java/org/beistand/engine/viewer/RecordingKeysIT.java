package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.beistand.engine.viewer.doubles.HelpdeskDouble.Answer;
import org.junit.jupiter.api.Test;

/** Keys and tapes in the browser, against the protocol's vector and against what is none. */
class RecordingKeysIT extends RecordingPages {

    private static final String PRELUDE = """
            const { OwnKeys } = await import('/viewer/core/seal/keys.js');
            const { makeKey, openKey, openTapeKeys, WrongPassphrase } = await import('/viewer/core/recording/keys.js');
            const { TapeScanner, DamagedTape } = await import('/viewer/core/recording/scanner.js');
            const { fromBase64, toBase64 } = await import('/viewer/core/recording/base64.js');
            const { Tape } = await import('/viewer/core/recording/tape.js');
            const bytes = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
            const wrong = [];
            const same = (name, is, should) => { if (is !== should) wrong.push(name + ' is ' + is + ', not ' + should); };
            const refused = async (name, kind, attempt) => {
              try { await attempt(); wrong.push(name + ' was not refused'); } catch (cause) {
                if (typeof kind === 'string' ? cause.status?.name !== kind : !(cause instanceof kind)) wrong.push(name + ' gave ' + cause);
              }
            };
            const vector = JSON.parse(file);
            const company = new OwnKeys(await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'X25519',
              d: toBase64(bytes(vector.companySecret)), x: toBase64(bytes(vector.companyPublic)) },
              { name: 'X25519' }, false, ['deriveBits']), bytes(vector.companyPublic));
            const sealed = { sessionId: vector.sessionId, subject: vector.subject,
              encapsulation: bytes(vector.encapsulation), sealedKeys: bytes(vector.sealedKeys) };
            const tape = bytes(vector.tape);
            const scan = (tape, size) => {
              const scanner = new TapeScanner(() => true);
              const entries = [];
              for (let at = 0; at < tape.length; at += size) entries.push(...scanner.take(tape.subarray(at, at + size)));
              return { entries, ended: scanner.ended };
            };
            """;

    @Test
    void opensTheVectorInPiecesOfAnySize() throws IOException {
        assertThat(run("""
                for (const size of [1, 7, 64, 1000]) {
                  const played = new Tape({ id: 't', technicianId: vector.subject, technician: 'J', complete: true },
                    await openTapeKeys(company, sealed));
                  for (let at = 0; at < tape.length; at += size) same('taken', await played.take(tape.slice(at, at + size)), true);
                  played.finish();
                  same('end', played.end, 'whole');
                  same('texts', played.happenings.map(({ text }) => text).join(), vector.fromApplet + ',' + vector.fromTechnician);
                  same('time', played.ends - played.begins, 1500000);
                  same('again', (await played.open(1)).payload.length > 0, true);
                }
                """)).isEqualTo(List.of());
    }

    @Test
    void whatWasSealedForOthersStaysShut() throws IOException {
        assertThat(run("""
                const other = await OwnKeys.generate();
                await refused('another company', 'PROTOCOL_ERROR', () => openTapeKeys(other, sealed));
                await refused('another session', 'PROTOCOL_ERROR', () => openTapeKeys(company, { ...sealed, sessionId: 's' }));
                await refused('another technician', 'PROTOCOL_ERROR', () => openTapeKeys(company, { ...sealed, subject: 's' }));
                await refused('short', 'PROTOCOL_ERROR', () => openTapeKeys(company, { ...sealed, sealedKeys: new Uint8Array(79) }));
                await refused('zero', 'PROTOCOL_ERROR', () => openTapeKeys(company, { ...sealed, encapsulation: new Uint8Array(32) }));
                """)).isEqualTo(List.of());
    }

    @Test
    void aTornTapeEndsAndNonsenseIsRefused() throws IOException {
        assertThat(run("""
                const whole = scan(tape, 50).entries.length;
                same('entries', whole, 2);
                const last = scan(tape, 50).entries[1];
                for (let size = 0; size <= tape.length; size++) {
                  const { entries, ended } = scan(tape.subarray(0, size), 13);
                  const expected = size >= tape.length - 13 ? 2 : size >= last.offset - 13 ? 1 : 0;
                  same('entries of ' + size, entries.length, expected);
                  same('ended at ' + size, ended, size === tape.length);
                }
                const bent = (at, value) => () => scan(tape.with(at, value), 40);
                await refused('direction', DamagedTape, bent(8, 3));
                await refused('a huge length', DamagedTape, bent(9, 255));
                await refused('too short a frame', DamagedTape, bent(12, 3));
                await refused('a time beyond all', DamagedTape, bent(0, 255));
                const unended = tape.subarray(0, tape.length - 13);
                await refused('twice', DamagedTape, () => scan(new Uint8Array([...unended, ...tape]), 40));
                await refused('more behind the end', DamagedTape, () => scan(new Uint8Array([...tape, 0]), 40));
                await refused('an end with a frame', DamagedTape, bent(tape.length - 1, 1));
                await refused('a sequence beyond all', DamagedTape, bent(13 + 8, 255));
                """)).isEqualTo(List.of());
    }

    @Test
    void aKeyOpensWithItsPassphraseOnly() throws IOException {
        assertThat(run("""
                const key = await makeKey('Grüße an zwölf Füße');
                same('iterations', key.iterations, 600000);
                same('sizes', [key.publicKey, key.salt, key.nonce].map(({ length }) => length).join(), '32,16,12');
                const own = await openKey(key, 'Gru\\u0308ße an zwo\\u0308lf Fu\\u0308ße');
                same('not to be read out', own.secret.extractable, false);
                const peer = await OwnKeys.generate();
                same('one pair', toBase64(await own.agree(peer.publicKey)), toBase64(await peer.agree(key.publicKey)));
                await refused('another passphrase', WrongPassphrase, () => openKey(key, 'Grüße an zwölf Füsse'));
                await refused('another public key', WrongPassphrase, () => openKey({ ...key, publicKey: peer.publicKey }, 'Grüße an zwölf Füße'));
                await refused('without end', 'PROTOCOL_ERROR', () => openKey({ ...key, iterations: 1e12 }, 'x'));
                await refused('short salt', 'PROTOCOL_ERROR', () => openKey({ ...key, salt: new Uint8Array(3) }, 'x'));
                await refused('padding', RangeError, () => fromBase64('AA=='));
                """)).isEqualTo(List.of());
    }

    @Test
    void theFormMakesAKeyThatOpensAgain() {
        helpdesk.ends(() -> new Answer(500, "{}"));
        page.navigate(helpdesk.recordingKey("de"));
        page.locator("[data-action=make-key]").waitFor();
        photograph("key");
        submit("zu kurz", "zu kurz");
        assertThat(page.locator("[role=alert]").textContent()).contains("mindestens 12 Zeichen");
        submit("lang genug für alle", "lang genug für alles");
        assertThat(page.locator("[role=alert]").textContent()).contains("nicht gleich");
        page.locator("[name=show]").check();
        assertThat(page.locator("[name=repeat]").getAttribute("type")).isEqualTo("text");
        page.setViewportSize(360, 740);
        photograph("key-phone");
        page.locator("[name=show]").uncheck();
        submit("lang genug für alle", "lang genug für alle");
        page.waitForCondition(() -> page.locator("[role=alert]").textContent().contains("nicht gespeichert"));
        helpdesk.ends(() -> new Answer(201, "{}"));
        page.waitForNavigation(() -> page.locator("[data-action=make-key]").click());
        assertThat(helpdesk.calls()).hasSize(2).allMatch(call -> call.csrf().equals("token-of-this-page"));
        String body = helpdesk.calls().getLast().body();
        assertThat(body).doesNotContain("lang genug");
        assertThat(evaluate("""
                async (body) => {
                  const { openKey } = await import('/viewer/core/recording/keys.js');
                  const { fromBase64 } = await import('/viewer/core/recording/base64.js');
                  const key = JSON.parse(body);
                  for (const part of ['publicKey', 'salt', 'nonce', 'sealedSecret']) key[part] = fromBase64(key[part]);
                  return (await openKey(key, 'lang genug für alle')).publicKey.length;
                }""", body)).isEqualTo(32);
    }

    private void submit(String passphrase, String repeat) {
        page.locator("[name=passphrase]").fill(passphrase);
        page.locator("[name=repeat]").fill(repeat);
        page.locator("[data-action=make-key]").click();
    }

    private Object run(String script) throws IOException {
        String vector = Files.readString(Path.of("../protocol/src/vectors/1/recording.json"));
        return evaluate("async (file) => {" + PRELUDE + script + "return wrong; }", vector);
    }
}
