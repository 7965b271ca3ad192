import { FILM_FEATURE, decodesFilms } from './film.js';
import { DECODES_PHOTOS } from './photo.js';

/** Asked for at once, because the answer may take its time. @type {Promise<boolean>} */
let films = decodesFilms();

/** What Hello tells the applet about this viewer, films apart. */
const FEATURES = Object.freeze([
  'screen.qoi-deflate',
  'screen.copy',
  'screen.zstd-stream',
  'screen.quiet',
  ...(DECODES_PHOTOS ? ['screen.jpeg', 'screen.jpeg-half'] : []),
]);

/** Milliseconds that a Hello waits for the answer: the relay waits for five seconds, and a picture without films is fine. */
const PATIENCE = 1000;

/** What Hello tells the applet about this viewer. @returns {Promise<string[]>} */
export async function features() {
  const late = new Promise((resolve) => setTimeout(() => resolve(false), PATIENCE));
  return (await Promise.race([films, late])) ? [...FEATURES, FILM_FEATURE] : [...FEATURES];
}

/** The decoder has failed: no films on this page any more. */
export function giveUpFilms() {
  films = Promise.resolve(false);
}
