/** @typedef {import('../texts.js').Texts} Texts */

/** @param {number} milliseconds @returns {string} as players write it: 3:07, 1:03:07 */
export function clockOf(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** @param {Texts} texts @param {number} milliseconds @returns {string} "12 minutes", below one minute in seconds */
export function durationOf(texts, milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  const [value, unit] = seconds < 60 ? [seconds, 'second'] : [Math.round(seconds / 60), 'minute'];
  return new Intl.NumberFormat(texts.language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** @param {Texts} texts @param {number} time milliseconds since 1970 @returns {string} date and time of day, the reader's */
export function dateOf(texts, time) {
  return new Intl.DateTimeFormat(texts.language, { dateStyle: 'long', timeStyle: 'short' }).format(time);
}

/** @param {Texts} texts @param {number} time milliseconds since 1970 @returns {string} time of day, the reader's */
export function hourOf(texts, time) {
  return new Intl.DateTimeFormat(texts.language, { timeStyle: 'medium' }).format(time);
}

/** @param {Texts} texts @param {ReadonlyArray<string>} names @returns {string} "Anna, Ben and Carla" */
export function listOf(texts, names) {
  return new Intl.ListFormat(texts.language).format(names);
}

/** @param {Texts} texts @param {import('../../core/recording/reel.js').Mark} mark @returns {string} what happened, in a line */
export function markWords(texts, mark) {
  switch (mark.kind) {
    case 'begins':
      return texts.get('recording.event.begins', { technician: mark.technician });
    case 'ends':
      return texts.get({ whole: 'recording.event.ends', breaks: 'recording.breaks', damaged: 'recording.breaks.damaged' }[mark.end]);
    case 'said':
      return mark.text;
    case 'asked':
      return texts.get('recording.event.asked', { permission: permission(texts, mark.permission) });
    case 'decided':
      return texts.get(`recording.event.${mark.decision}`, { permission: permission(texts, mark.permission) });
    case 'holds':
      return texts.get('recording.event.holds', { permissions: listOf(texts, mark.granted.map((name) => permission(texts, name))) });
    case 'unreadable':
      return texts.get('recording.event.unreadable');
    case 'steered':
      if (mark.name) return texts.get('recording.event.steered', { name: mark.name });
      return texts.get(mark.name === '' ? 'recording.event.steered.nobody' : 'recording.event.steered.other');
  }
}

/** @param {Texts} texts @param {string} name */
function permission(texts, name) {
  return texts.getOr(`permission.${name}`, 'permission.other');
}
