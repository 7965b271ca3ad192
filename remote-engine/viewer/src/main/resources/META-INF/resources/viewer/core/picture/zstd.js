import { LIMITS } from '../limits.js';
import { protocolError } from '../status.js';

/**
 * What the vendored decoder gives (vendor/zstddec: Zstandard's own code, decoding only).
 * @typedef {object} Decoder
 * @property {WebAssembly.Memory} memory
 * @property {(bytes: number) => number} malloc
 * @property {() => number} ZSTD_createDCtx
 * @property {(context: number) => number} ZSTD_freeDCtx
 * @property {(context: number, output: number, input: number) => number} ZSTD_decompressStream negative: refused; 0: the end
 */

/** Magic number, descriptor, window (RFC 8878, 3.1.1). */
const HEADER = 6;
const MAGIC = 0xfd2fb528;
/** The largest window, as a power of two: what the decoder will allocate. */
const WINDOW_LOG = 23;

/** One zstd stream whose pieces are unpacked as they come. Window and pieces meet their limits before memory is taken. */
export class ZstdStream {
  #decoder;
  #context = 0;
  #begun = false;
  #input;
  #output;
  /** Two structs of three 32-bit numbers each: address, size, position. */
  #buffers;

  /** @param {Decoder} decoder */
  constructor(decoder) {
    this.#decoder = decoder;
    this.#input = decoder.malloc(LIMITS.frameBytes);
    this.#output = decoder.malloc(LIMITS.packedBytes + 1);
    this.#buffers = decoder.malloc(24);
    this.begin();
  }

  /** @returns {Promise<ZstdStream>} */
  static async load() {
    const file = await fetch(new URL('../../vendor/zstddec/zstddec-stream.wasm', import.meta.url));
    if (!file.ok) throw new Error(`zstd: ${file.status}`);
    // It tells when its memory grows; we look at the memory anew for every piece anyway.
    const imports = { env: { emscripten_notify_memory_growth: () => undefined } };
    const { instance } = await WebAssembly.instantiate(await file.arrayBuffer(), imports);
    return new ZstdStream(/** @type {Decoder} */ (/** @type {unknown} */ (instance.exports)));
  }

  /** The next piece begins a stream. */
  begin() {
    if (this.#context !== 0) this.#decoder.ZSTD_freeDCtx(this.#context);
    this.#context = this.#decoder.ZSTD_createDCtx();
    this.#begun = false;
  }

  /**
   * @param {Uint8Array} packed
   * @returns {Uint8Array} a view, valid until the next call
   * @throws {import('../status.js').StatusError} PROTOCOL_ERROR
   */
  unpack(packed) {
    if (packed.length === 0) return packed;
    if (packed.length > LIMITS.frameBytes) throw protocolError('a piece longer than a frame');
    if (!this.#begun) refuseForeignHeader(packed);
    this.#begun = true;
    const { memory } = this.#decoder;
    new Uint8Array(memory.buffer, this.#input, packed.length).set(packed);
    const limit = LIMITS.packedBytes;
    new Int32Array(memory.buffer, this.#buffers, 6).set([this.#output, limit + 1, 0, this.#input, packed.length, 0]);
    let unpacked = 0;
    for (let taken = 0; taken < packed.length; ) {
      const result = this.#decoder.ZSTD_decompressStream(this.#context, this.#buffers, this.#buffers + 12);
      if (result < 0) throw protocolError(`damaged zstd: ${result}`);
      if (result === 0) throw protocolError('a zstd stream that ends');
      // Fresh views: the first piece may have grown the memory.
      [, , unpacked, , , taken] = new Uint32Array(memory.buffer, this.#buffers, 6);
      if (unpacked > limit) throw protocolError(`a piece of more than ${limit} bytes`);
    }
    return new Uint8Array(memory.buffer, this.#output, unpacked);
  }
}

/** No single segment, no dictionary, no content size, no checksum, and a window that we have room for. @param {Uint8Array} packed */
function refuseForeignHeader(packed) {
  if (packed.length < HEADER) throw protocolError('a zstd stream without a header');
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (view.getUint32(0, true) !== MAGIC || packed[4] !== 0) throw protocolError('a zstd stream of another kind');
  const exponent = 10 + (packed[5] >> 3);
  if (exponent > WINDOW_LOG || (exponent === WINDOW_LOG && (packed[5] & 7) !== 0)) {
    throw protocolError('a zstd window that is too large');
  }
}
