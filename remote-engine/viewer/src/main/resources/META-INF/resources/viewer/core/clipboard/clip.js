import { LIMITS } from '../limits.js';
import { CLIPBOARD_FORM, CLIPBOARD_OUTCOME } from '../wire.gen.js';
import { formattingOf, hasWords } from './html.js';
import { joined, plainPng } from './png.js';

/**
 * What a clipboard holds, in one form or several; only what may pass. `size` is the image's.
 * @typedef {{text?: string, html?: string, png?: Uint8Array<ArrayBuffer>, size?: {width: number, height: number}}} Clip
 *
 * A clip as it travels: what each part is, and all parts one behind the other.
 * @typedef {{parts: ReadonlyArray<{form: number, bytes: number}>, bytes: Uint8Array<ArrayBuffer>}} PackedClip
 */

/** The forms we know, in the order in which they travel, with the most bytes of each. @type {ReadonlyMap<number, number>} */
const MOST = new Map([
  [CLIPBOARD_FORM.TEXT, LIMITS.clipboardTextBytes],
  [CLIPBOARD_FORM.HTML, LIMITS.clipboardTextBytes],
  [CLIPBOARD_FORM.PNG, LIMITS.clipboardImageBytes],
]);

/**
 * What of our own clipboard may pass: what may not is left out, the rest goes.
 * @param {{text?: string, html?: string, png?: Uint8Array}} held
 * @returns {{packed: PackedClip, tooLarge: boolean}} tooLarge: something was left out for its size
 */
export function outwards({ text = '', html = '', png }) {
  const encoder = new TextEncoder();
  const plain = png && plainPng(png)?.png;
  const formatted = html && formattingOf(html);
  /** @type {Array<[number, Uint8Array]>} */
  const parts = [
    [CLIPBOARD_FORM.TEXT, encoder.encode(text.replaceAll('\r\n', '\n'))],
    [CLIPBOARD_FORM.HTML, encoder.encode(hasWords(formatted) ? formatted : '')],
    [CLIPBOARD_FORM.PNG, plain ?? new Uint8Array()],
  ];
  const passing = parts.filter(([form, { length }]) => length > 0 && length <= (MOST.get(form) ?? 0));
  const tooLarge =
    parts.some(([form, { length }]) => length > (MOST.get(form) ?? 0)) || (png?.length ?? 0) > LIMITS.clipboardImageBytes;
  const packed = {
    parts: passing.map(([form, { length }]) => ({ form, bytes: length })),
    bytes: joined(passing.map(([, bytes]) => bytes)),
  };
  return { packed, tooLarge };
}

/**
 * Whether what is announced may come.
 * @param {ReadonlyArray<{form: number, bytes: number}>} parts
 * @returns {number} an outcome; UNSPECIFIED: it may
 */
export function refusalOf(parts) {
  const seen = new Set();
  for (const { form, bytes } of parts) {
    const most = MOST.get(form);
    if (most === undefined || seen.has(form) || bytes === 0) return CLIPBOARD_OUTCOME.UNUSABLE;
    if (bytes > most) return CLIPBOARD_OUTCOME.TOO_LARGE;
    seen.add(form);
  }
  return seen.size === 0 ? CLIPBOARD_OUTCOME.UNUSABLE : CLIPBOARD_OUTCOME.UNSPECIFIED;
}

/**
 * What has come, when all of it has.
 * @param {PackedClip} packed
 * @returns {Clip | undefined} nothing: it is not what it says, or nothing of it may pass
 */
export function inwards({ parts, bytes }) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** @type {Clip} */
  const clip = {};
  let at = 0;
  try {
    for (const part of parts) {
      const content = bytes.subarray(at, at + part.bytes);
      at += part.bytes;
      if (part.form === CLIPBOARD_FORM.TEXT) clip.text = decoder.decode(content);
      else if (part.form === CLIPBOARD_FORM.HTML) {
        const html = formattingOf(decoder.decode(content));
        if (hasWords(html)) clip.html = html;
      } else {
        const image = plainPng(content);
        if (!image) return undefined;
        clip.png = image.png;
        clip.size = { width: image.width, height: image.height };
      }
    }
  } catch (cause) {
    if (cause instanceof TypeError) return undefined; // no UTF-8
    throw cause;
  }
  return Object.keys(clip).length > 0 ? clip : undefined;
}
