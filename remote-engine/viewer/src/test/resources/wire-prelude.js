/** Bytes are not such a message, or a value does not fit its field. Holds no content. */
export class WireError extends Error {}

const UTF8_ENCODER = new TextEncoder();
const UTF8_DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @param {boolean} holds @param {string} otherwise */
function require(holds, otherwise) {
  if (!holds) throw new WireError(otherwise);
}

/** Writes fields; every value is checked against its type. */
class Writer {
  #bytes = new Uint8Array(64);
  #length = 0;

  /** @returns {Uint8Array<ArrayBuffer>} */
  finish() {
    return this.#bytes.slice(0, this.#length);
  }

  /** @param {number} count */
  #reserve(count) {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  /** @param {number} value 0 to 2^53-1 */
  varint(value) {
    this.#reserve(8);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** @param {number} tag @param {number} value */
  uint32(tag, value) {
    require(Number.isInteger(value) && value >= 0 && value <= 0xffffffff, 'not a uint32');
    this.varint(tag);
    this.varint(value);
  }

  /** @param {number} tag @param {number} value */
  uint64(tag, value) {
    require(Number.isSafeInteger(value) && value >= 0, 'not a safe uint64');
    this.varint(tag);
    this.varint(value);
  }

  /** @param {number} tag @param {number} value */
  int32(tag, value) {
    require(value === (value | 0), 'not an int32');
    this.varint(tag);
    if (value >= 0) {
      this.varint(value);
      return;
    }
    this.#reserve(10); // negative numbers are sign-extended to 64 bits
    let low = value;
    for (let index = 0; index < 4; index++, low >>= 7) this.#bytes[this.#length++] = (low & 127) | 128;
    this.#bytes[this.#length++] = (low & 15) | 0xf0;
    for (let index = 0; index < 4; index++) this.#bytes[this.#length++] = 0xff;
    this.#bytes[this.#length++] = 1;
  }

  /** @param {number} tag @param {number} value */
  sint32(tag, value) {
    require(value === (value | 0), 'not a sint32');
    this.varint(tag);
    this.varint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  /** @param {number} tag @param {boolean} value */
  bool(tag, value) {
    require(typeof value === 'boolean', 'not a bool');
    this.varint(tag);
    this.varint(value ? 1 : 0);
  }

  /** @param {number} tag @param {string} value */
  string(tag, value) {
    require(typeof value === 'string', 'not a string');
    this.bytes(tag, UTF8_ENCODER.encode(value));
  }

  /** @param {number} tag @param {Uint8Array} value */
  bytes(tag, value) {
    require(value instanceof Uint8Array, 'not bytes');
    this.varint(tag);
    this.varint(value.length);
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }
}

/** Reads fields of an untrusted peer; never reads beyond the message. */
class Reader {
  #bytes;
  #at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    require(bytes.length <= LIMIT.FRAME_BYTES, 'message beyond the limit');
    this.#bytes = bytes;
  }

  /** @returns {boolean} */
  get more() {
    return this.#at < this.#bytes.length;
  }

  /** @returns {number} the field's number times 8 plus its wire type */
  tag() {
    const tag = this.uint64();
    require(tag >= 8 && tag <= 0xffffffff, 'field without number');
    return tag;
  }

  /** @returns {number} */
  uint64() {
    let value = 0;
    let unit = 1;
    for (let index = 0; index < 10; index++, unit *= 128) {
      require(this.#at < this.#bytes.length, 'number cut off');
      const byte = this.#bytes[this.#at++];
      value += (byte & 127) * unit;
      require(value <= Number.MAX_SAFE_INTEGER, 'number beyond 2^53');
      if (byte < 128) return value;
    }
    throw new WireError('number without end');
  }

  /** The low 32 bits, as every protobuf reader takes them. @returns {number} */
  #low32() {
    let value = 0;
    for (let index = 0; index < 10; index++) {
      require(this.#at < this.#bytes.length, 'number cut off');
      const byte = this.#bytes[this.#at++];
      if (index < 5) value |= (byte & 127) << (index * 7);
      if (byte < 128) return value;
    }
    throw new WireError('number without end');
  }

  /** @returns {number} */
  uint32() {
    return this.#low32() >>> 0;
  }

  /** @returns {number} */
  int32() {
    return this.#low32();
  }

  /** @returns {number} */
  sint32() {
    const value = this.#low32();
    return (value >>> 1) ^ -(value & 1);
  }

  /** @returns {boolean} */
  bool() {
    return this.uint64() !== 0;
  }

  /** @returns {string} */
  string() {
    try {
      return UTF8_DECODER.decode(this.bytes());
    } catch (refused) {
      throw refused instanceof WireError ? refused : new WireError('not UTF-8');
    }
  }

  /** A view, not a copy. @returns {Uint8Array} */
  bytes() {
    const length = this.uint64();
    require(length <= this.#bytes.length - this.#at, 'length beyond the message');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** Passes over a field of a later release. @param {number} tag */
  skip(tag) {
    const skipped = { 0: 0, 1: 8, 2: 0, 5: 4 }[tag % 8];
    if (skipped === undefined) throw new WireError('unknown wire type');
    if (tag % 8 === 0) this.#low32();
    if (tag % 8 === 2) this.bytes();
    require(skipped <= this.#bytes.length - this.#at, 'field cut off');
    this.#at += skipped;
  }
}
