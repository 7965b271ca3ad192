import { protocolError } from '../status.js';

/** Deflate makes at most 1,032 bytes of one (zlib's technical notes). */
const MOST_FROM_ONE = 1032;
/** What a browser may unpack beyond the limit before we can look, bytes. Larger means fewer, larger slices. */
const SLACK = 16 * 1024 * 1024;

/**
 * Unpacks raw deflate (RFC 1951) up to `limit` bytes. A browser unpacks all that one write gives before the reader sees
 * any of it, so a bomb is fed in slices that cannot become more than the limit and the slack together.
 * @param {Uint8Array<ArrayBuffer>} packed
 * @param {number} limit bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 * @throws {import('../status.js').StatusError} PROTOCOL_ERROR: damaged, truncated, followed by junk, or larger
 */
export async function inflate(packed, limit) {
  const stream = new DecompressionStream('deflate-raw');
  const reader = stream.readable.getReader();
  const writer = stream.writable.getWriter();
  const feeding = feed(writer, packed, Math.floor((limit + SLACK) / MOST_FROM_ONE));
  // Its failure is also the reader's failure, which is the one we report.
  feeding.catch(() => undefined);
  /** @type {Uint8Array[]} */
  const chunks = [];
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((cause) => {
      throw protocolError(`damaged deflate: ${cause instanceof Error ? cause.message : cause}`);
    });
    if (done) break;
    total += value.length;
    if (total > limit) {
      await reader.cancel();
      throw protocolError(`deflate of more than ${limit} bytes`);
    }
    chunks.push(value);
  }
  return joined(chunks, total);
}

/**
 * @param {WritableStreamDefaultWriter<BufferSource>} writer
 * @param {Uint8Array<ArrayBuffer>} packed
 * @param {number} slice
 */
async function feed(writer, packed, slice) {
  for (let at = 0; at < packed.length; at += slice) {
    await writer.ready;
    // Not awaited one by one: the stream's own queue says when it is ready for more.
    void writer.write(packed.subarray(at, at + slice)).catch(() => undefined);
  }
  await writer.close();
}

/** @param {Uint8Array[]} chunks @param {number} total @returns {Uint8Array<ArrayBuffer>} */
function joined(chunks, total) {
  const [first] = chunks;
  // The usual case for a small rectangle; such chunks are not shared with anybody.
  if (first && chunks.length === 1) return /** @type {Uint8Array<ArrayBuffer>} */ (first);
  const whole = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
