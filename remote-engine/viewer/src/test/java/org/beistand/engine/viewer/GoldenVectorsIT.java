package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol's own vector files, byte for byte, in the browser. */
class GoldenVectorsIT extends InChromium {

    private static final String PRELUDE = """
            const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
            const bytes = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
            const { vectors } = JSON.parse(file);
            const said = (part) => part instanceof Uint8Array ? hex(part) : part ?? undefined; // absent or null is one
            const plain = (value) => JSON.stringify(value, (key, part) => said(part));
            const wrong = [];
            """;

    @Test
    void everyMessageMeansInTheBrowserWhatItMeansInJava() throws IOException {
        Object wrong = evaluate("async (file) => {" + PRELUDE + """
                  const wire = await import('/viewer/core/wire.gen.js');
                  for (const vector of vectors) {
                    const name = vector.message.split('.').pop();
                    const decoded = wire['decode' + name](bytes(vector.hex));
                    if (plain(decoded) !== plain(vector.fields)) wrong.push('decode ' + name);
                    const fields = { ...vector.fields };
                    for (const [key, part] of Object.entries(decoded)) {
                      if (part instanceof Uint8Array) fields[key] = bytes(fields[key]);
                    }
                    if (hex(wire['encode' + name](fields)) !== vector.hex) wrong.push('encode ' + name);
                  }
                  return wrong;
                }""", vectors("messages.json"));
        assertThat(wrong).isEqualTo(List.of());
    }

    @Test
    void everyFrameMeansInTheBrowserWhatItMeansInJava() throws IOException {
        Object wrong = evaluate("async (file) => {" + PRELUDE + """
                  const { decodeFrame, encodeFrame } = await import('/viewer/core/frame.js');
                  for (const vector of vectors) {
                    const frame = decodeFrame(bytes(vector.hex).buffer);
                    const same = frame.channel === vector.channel && frame.type === vector.number
                      && frame.flags === vector.flags && frame.participant === vector.participant
                      && frame.keyEpoch === vector.keyEpoch && frame.sequence === vector.sequence
                      && frame.time === vector.time && hex(frame.payload) === vector.payload;
                    if (!same) wrong.push('decode ' + vector.type);
                    if (hex(encodeFrame(frame)) !== vector.hex) wrong.push('encode ' + vector.type);
                  }
                  return wrong;
                }""", vectors("frames.json"));
        assertThat(wrong).isEqualTo(List.of());
    }

    @Test
    void everyPackedPictureShowsInTheBrowserWhatItShowsInJava() throws IOException {
        Object wrong = evaluate("async (file) => {" + PRELUDE + """
                  const { workerDecoder } = await import('/viewer/core/picture/decoders.js');
                  const { width, height } = JSON.parse(file);
                  const decoder = workerDecoder();
                  decoder.resize(width, height);
                  const seen = new Uint8Array(width * height * 4);
                  for (const vector of vectors) {
                    const job = { payload: bytes(vector.hex), full: vector.full, last: true };
                    const { number, quiet, complete, patches } = await decoder.decode(job);
                    for (const patch of patches) {
                      const pixels = new Uint8Array(patch.pixels);
                      for (let row = 0; row < patch.height; row++) {
                        const line = pixels.subarray(row * patch.width * 4, (row + 1) * patch.width * 4);
                        seen.set(line, ((patch.y + row) * width + patch.x) * 4);
                      }
                    }
                    const rgb = hex(seen.filter((_, index) => index % 4 !== 3));
                    const same = number === vector.picture && quiet === vector.quiet && rgb === vector.pixels;
                    if (!same || !complete) wrong.push(vector.picture);
                  }
                  decoder.close();
                  return wrong;
                }""", vectors("pictures-packed.json"));
        assertThat(wrong).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pictures-photo.json", "pictures-half-photo.json"})
    void everyPhotographLooksInTheBrowserAsInJavaAndBecomesExact(String file) throws IOException {
        Object wrong = evaluate("async (file) => {" + PRELUDE + """
                  const { workerDecoder } = await import('/viewer/core/picture/decoders.js');
                  const { width, height } = JSON.parse(file);
                  const memory = workerDecoder();
                  memory.resize(width, height);
                  const seen = new Uint8Array(width * height * 4);
                  for (const vector of vectors) {
                    const { complete, patches } =
                      await memory.decode({ payload: bytes(vector.hex), full: vector.full, last: true });
                    for (const patch of patches) {
                      const pixels = new Uint8Array(patch.pixels);
                      for (let row = 0; row < patch.height; row++) {
                        const line = pixels.subarray(row * patch.width * 4, (row + 1) * patch.width * 4);
                        seen.set(line, ((patch.y + row) * width + patch.x) * 4);
                      }
                    }
                    const rgb = seen.filter((_, index) => index % 4 !== 3);
                    const worst = bytes(vector.pixels).reduce((most, is, at) => Math.max(most, Math.abs(is - rgb[at])), 0);
                    if (complete !== vector.complete || worst > vector.tolerance) wrong.push([vector.picture, worst]);
                  }
                  memory.close();
                  return wrong;
                }""", vectors(file));
        assertThat(wrong).isEqualTo(List.of());
    }

    @Test
    void htmlOfClipboardsIsCutDownAsInJava() throws IOException {
        Object wrong = evaluate("""
                async (file) => {
                  const { formattingOf } = await import('/viewer/core/clipboard/html.js');
                  return JSON.parse(file).vectors
                    .filter(({ html, kept }) => formattingOf(html) !== kept || formattingOf(kept) !== kept)
                    .map(({ name }) => name);
                }""", vectors("clipboard-html.json"));
        assertThat(wrong).isEqualTo(List.of());
    }

    /** Cut off anywhere, or with any byte changed, a message is decoded or refused; nothing else happens. */
    @Test
    void refusesBrokenMessagesAndNothingElse() throws IOException {
        Object wrong = evaluate("async (file) => {" + PRELUDE + """
                  const wire = await import('/viewer/core/wire.gen.js');
                  for (const vector of vectors) {
                    const name = vector.message.split('.').pop();
                    const good = bytes(vector.hex);
                    for (let at = 0; at < good.length; at++) {
                      for (const broken of [good.subarray(0, at), good.with(at, good[at] ^ 0xff), good.with(at, 0x7f)]) {
                        try {
                          wire['decode' + name](broken);
                        } catch (refused) {
                          if (!(refused instanceof wire.WireError)) wrong.push(name + ' ' + refused);
                        }
                      }
                    }
                  }
                  return wrong;
                }""", vectors("messages.json"));
        assertThat(wrong).isEqualTo(List.of());
    }

    private static String vectors(String file) throws IOException {
        return Files.readString(Path.of("../protocol/src/vectors/1", file));
    }
}
