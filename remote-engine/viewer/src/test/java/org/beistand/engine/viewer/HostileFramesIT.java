package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Golden frames with random damage at the browser's frame parser, message decoders and the rooms behind them: decoded or
 * refused by a row of the status table, nothing else, and nothing stays behind. {@code -Dfuzz.rounds} and
 * {@code -Dfuzz.seed} make more of it; damaged pictures are {@link DamagedPictureIT}'s.
 */
class HostileFramesIT extends InChromium {

    private static final String FUZZ = """
            async ({ file, html, rounds, seed }) => {
              const wire = await import('/viewer/core/wire.gen.js');
              const { decodeFrame, encodeFrame } = await import('/viewer/core/frame.js');
              const { receive } = await import('/viewer/core/receive.js');
              const { Chat } = await import('/viewer/core/chat.js');
              const { ClipboardLine } = await import('/viewer/core/clipboard/line.js');
              const { formattingOf } = await import('/viewer/core/clipboard/html.js');
              const { FileLine } = await import('/viewer/core/files/line.js');
              const { plainPng } = await import('/viewer/core/clipboard/png.js');
              const { Permissions } = await import('/viewer/core/permissions.js');
              const { RemoteCursor } = await import('/viewer/core/cursor.js');
              const { Steering } = await import('/viewer/core/steering.js');
              const { InputOutbox } = await import('/viewer/core/input/outbox.js');
              const { StatusError } = await import('/viewer/core/status.js');
              let state = seed >>> 0 || 1;
              const random = (limit) => {
                state ^= state << 13; state >>>= 0;
                state ^= state >>> 17;
                state ^= state << 5; state >>>= 0;
                return state % limit;
              };
              const typeOf = (name) => wire.MESSAGE_TYPE[name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()];
              const honest = (name, payload) => {
                const type = typeOf(name);
                if (!type) return [];
                const header = { flags: 0, participant: 1, keyEpoch: 0, sequence: 1, time: 1 };
                const frame = { channel: type.channel, type: type.number, ...header, payload };
                return [{ name, bytes: new Uint8Array(encodeFrame(frame)) }];
              };
              const piece = (bytes) => honest('ClipboardPiece', wire.encodeClipboardPiece({ stream: 1, number: 1, offset: 0, bytes }));
              const canvas = Object.assign(document.createElement('canvas'), { width: 5, height: 3 });
              const png = await new Promise((done) => canvas.toBlob(done, 'image/png'));
              const good = JSON.parse(file).vectors.flatMap(({ message, hex }) =>
                honest(message.split('.').pop(), Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))),
              );
              good.push(...piece(new Uint8Array(await png.arrayBuffer())));
              for (const vector of JSON.parse(html).vectors) good.push(...piece(new TextEncoder().encode(vector.html)));
              const reads = (bytes) => {
                const plain = plainPng(bytes)?.png;
                if (plain && !plainPng(plain)) throw new Error('an image that passed does not pass');
                const formatted = formattingOf(new TextDecoder().decode(bytes));
                if (formattingOf(formatted) !== formatted) throw new Error(`what was left of HTML is not plain: ${formatted}`);
              };
              const edges = [0, 1, 0x7f, 0x80, 0xff, 0xfe, 0x40, 0xc0];
              const damaged = (bytes) => {
                let frame = bytes.slice();
                for (let changes = 1 + random(4); changes > 0 && frame.length > 0; changes--) {
                  const at = random(8) === 0 || frame.length <= 24 ? random(frame.length) : 24 + random(frame.length - 24);
                  const how = random(5);
                  if (how === 0) frame[at] ^= 1 << random(8);
                  else if (how === 1) frame[at] = random(256);
                  else if (how === 2) frame[at] = edges[random(edges.length)];
                  else if (how === 3) frame = frame.slice(0, at);
                  else {
                    const other = good[random(good.length)].bytes;
                    const tail = other.subarray(random(other.length));
                    const joined = new Uint8Array(at + tail.length);
                    joined.set(frame.subarray(0, at));
                    joined.set(tail, at);
                    frame = joined;
                  }
                }
                return frame;
              };
              const fresh = () => {
                const permissions = new Permissions(() => undefined);
                const clipboard = new ClipboardLine(permissions, () => undefined);
                const files = new FileLine(permissions, () => undefined);
                permissions.limitTo(new Set(['file_read', 'file_write']));
                permissions.take({ granted: ['file_write'], waiting: [] });
                files.news.offered.add(({ id }) => files.fetcher.fetch(id));
                return { ...quiet(), permissions, clipboard, files };
              };
              const quiet = () => ({
                screen: { lay: () => undefined, picture: () => undefined },
                cursor: new RemoteCursor(),
                steering: new Steering(() => undefined),
                chat: new Chat(() => undefined),
                outbox: new InputOutbox(),
              });
              let rooms = fresh();
              let refused = 0;
              const wrong = [];
              for (let round = 0; round < rounds && wrong.length < 5; round++) {
                const { name, bytes } = good[random(good.length)];
                const frame = damaged(bytes);
                if (round % 1000 === 0) rooms = fresh();
                try {
                  const parsed = decodeFrame(frame.buffer);
                  const message = wire['decode' + name](parsed.payload);
                  if (name === 'ClipboardPiece') reads(message.bytes);
                  receive(rooms, parsed);
                } catch (cause) {
                  refused++;
                  if (!(cause instanceof wire.WireError) && !(cause instanceof StatusError)) {
                    wrong.push(`${name}: ${cause} ${Array.from(frame, (b) => b.toString(16).padStart(2, '0')).join('')}`);
                  }
                }
              }
              const heap = performance.memory?.usedJSHeapSize ?? 0;
              return { wrong, refused, rounds, small: heap < 200e6 };
            }""";

    @Test
    void areDecodedOrRefusedAndNothingElse() throws IOException {
        int rounds = Integer.getInteger("fuzz.rounds", 200_000);
        Object answer = evaluate(
                FUZZ,
                Map.of(
                        "file", Files.readString(Path.of("../protocol/src/vectors/1/messages.json")),
                        "html", Files.readString(Path.of("../protocol/src/vectors/1/clipboard-html.json")),
                        "rounds", rounds,
                        "seed", Integer.getInteger("fuzz.seed", 1)));
        assertThat(answer)
                .asString()
                .startsWith("{wrong=[], refused=")
                .contains("rounds=" + rounds, "small=true")
                .doesNotContain("refused=0,");
    }
}
