import { LIMITS } from '../limits.js';

/** What is not seen, or turns around what is seen beside it: "exe.txt" may be a program. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;
/** What means something to a file system, here or there. */
const MEANT = /[/\\:*?"<>|]/g;
/** Dots and spaces at the ends hide a file, or get lost. */
const ENDS = /^[\s.]+|[\s.]+$/g;
const EXTENSION = /\.[^.]{1,16}$/;

/**
 * @param {string} name whatever somebody called a file
 * @returns {string} the same, to be shown and saved: never empty, never longer than a name on the wire may be
 */
export function plainName(name) {
  const plain = name.replace(UNSEEN, '').replace(MEANT, '_').replace(ENDS, '') || 'file';
  if (plain.length <= LIMITS.fileNameCharacters) return plain;
  const extension = EXTENSION.exec(plain)?.[0] ?? '';
  // A character of two units is not cut through.
  return plain.slice(0, LIMITS.fileNameCharacters - extension.length).replace(/[\ud800-\udbff]$/, '') + extension;
}
