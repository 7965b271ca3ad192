import { LIMITS } from '../limits.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and checksum of a chunk, bytes. */
const AROUND = 12;
/** The chunks that make the pixels; of the others, those that may be left out are. */
const PIXELS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
const PALETTE = 3;
/** Allowed bits a sample, by colour type: grey, colours, palette, grey and colours with alpha. @type {Record<number, number[]>} */
const DEPTHS = { 0: [1, 2, 4, 8, 16], 2: [8, 16], [PALETTE]: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };

/**
 * The gate before a PNG decoder: lets one well-formed PNG of a bounded size pass, cut down to the chunks that make its
 * pixels, so that nothing in it unpacks to more than those. The same as PngShape in Java.
 * @param {Uint8Array} bytes
 * @returns {{png: Uint8Array<ArrayBuffer>, width: number, height: number} | undefined} nothing: no PNG that may pass
 */
export function plainPng(bytes) {
  if (bytes.length > LIMITS.clipboardImageBytes || SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** @type {Uint8Array[]} */
  const kept = [bytes.subarray(0, SIGNATURE.length)];
  /** @type {Set<string>} */
  const seen = new Set();
  let last = '';
  for (let at = SIGNATURE.length; at + AROUND <= bytes.length; ) {
    const length = view.getUint32(at);
    if (length > bytes.length - at - AROUND) return undefined;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const content = new DataView(bytes.buffer, bytes.byteOffset + at + 8, length);
    if (checksum(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) return undefined;
    if ((seen.size === 0) !== (type === 'IHDR') || !fits(type, content, seen, last)) return undefined;
    if (PIXELS.has(type)) kept.push(bytes.subarray(at, at + AROUND + length));
    seen.add(type);
    last = type;
    at += AROUND + length;
    if (type === 'IEND') {
      if (at !== bytes.length || !seen.has('IDAT') || (bytes[25] === PALETTE && !seen.has('PLTE'))) return undefined;
      return { png: joined(kept), width: view.getUint32(16), height: view.getUint32(20) };
    }
  }
  return undefined;
}

/**
 * @param {string} type @param {DataView} content @param {ReadonlySet<string>} seen @param {string} last the chunk before
 * @returns {boolean} whether a PNG may have this chunk here
 */
function fits(type, content, seen, last) {
  const { byteLength } = content;
  switch (type) {
    case 'IHDR':
      return isHeader(content);
    case 'PLTE':
      return !seen.has(type) && !seen.has('IDAT') && byteLength > 0 && byteLength <= 768 && byteLength % 3 === 0;
    case 'tRNS':
      return !seen.has(type) && !seen.has('IDAT') && byteLength <= 256;
    case 'IDAT':
      return !seen.has(type) || last === type;
    case 'IEND':
      return byteLength === 0;
    default:
      return (type.charCodeAt(0) & 0x20) !== 0;
  }
}

/** @param {DataView} header */
function isHeader(header) {
  if (header.byteLength !== 13) return false;
  const width = header.getUint32(0);
  const height = header.getUint32(4);
  const known = DEPTHS[header.getUint8(9)]?.includes(header.getUint8(8)) ?? false;
  const plain = header.getUint8(10) === 0 && header.getUint8(11) === 0 && header.getUint8(12) <= 1;
  return width > 0 && height > 0 && width * height <= LIMITS.clipboardImagePixels && known && plain;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** CRC-32. @param {Uint8Array} bytes */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff];
  return ~sum >>> 0;
}

/** @param {ReadonlyArray<Uint8Array>} parts @returns {Uint8Array<ArrayBuffer>} */
export function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
