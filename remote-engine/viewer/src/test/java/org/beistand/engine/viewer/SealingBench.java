package org.beistand.engine.viewer;

import org.junit.jupiter.api.Test;

/**
 * What sealing costs in Chromium, from the call to the promise's end. Asked for by name:
 * {@code mvn -pl remote-engine/viewer -am verify -Dit.test=SealingBench}; prints milliseconds, median of 200.
 */
class SealingBench extends InChromium {

    @Test
    void framesAndKeys() {
        Object report = evaluate("""
                async () => {
                  const { FrameOpener, FrameSealer } = await import('/viewer/core/seal/frames.js');
                  const { decodeFrame } = await import('/viewer/core/frame.js');
                  const { OwnKeys } = await import('/viewer/core/seal/keys.js');
                  const raw = new Uint8Array(32);
                  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
                  const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1].toFixed(3);
                  const lines = [];
                  let sequence = 0;
                  for (const bytes of [30, 1000, 64000, 1048536]) {
                    const sealer = new FrameSealer({ recorded: key }, 1);
                    const opener = new FrameOpener({ recorded: key }, 1);
                    const payload = new Uint8Array(bytes).map((_, at) => at * 7);
                    const sealing = [];
                    const opening = [];
                    for (let round = 0; round < 200; round++) {
                      const frame = { channel: 1, type: 2, flags: 0, participant: 0, keyEpoch: 0, sequence: ++sequence,
                        time: 1, payload };
                      const start = performance.now();
                      const sealed = await sealer.seal(frame);
                      const between = performance.now();
                      await opener.open(decodeFrame(sealed.buffer));
                      sealing.push(between - start);
                      opening.push(performance.now() - between);
                    }
                    lines.push(`${bytes} bytes: seal ${middle(sealing)}, open ${middle(opening)}`);
                  }
                  const times = [];
                  for (let round = 0; round < 50; round++) {
                    const start = performance.now();
                    await OwnKeys.generate();
                    times.push(performance.now() - start);
                  }
                  lines.push(`key pair ${middle(times)}`);
                  return lines.join('\\n');
                }""", "");
        System.out.println(report);
    }
}
