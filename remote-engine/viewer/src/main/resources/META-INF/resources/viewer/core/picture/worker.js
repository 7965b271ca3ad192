/** The worker's whole program: keeps the remote screen and decodes one picture frame after the other, away from the page. */
import { StatusError } from '../status.js';
import { PictureMemory, buffersOf } from './decode.js';
import { FilmFailed } from './film.js';

/**
 * @typedef {object} Order one of these
 * @property {{width: number, height: number}} [resize]
 * @property {boolean} [clear]
 * @property {number} [id]
 * @property {import('./decode.js').PictureJob} [job]
 */

const memory = new PictureMemory();
/** Orders are obeyed in the order they came: the picture after a broken one must not overtake it. */
let tail = Promise.resolve();

/** @param {MessageEvent<Order>} event */
self.onmessage = ({ data }) => {
  tail = tail.then(() => obey(data));
};

/** @param {Order} order */
async function obey({ resize, clear, id, job }) {
  if (resize) memory.resize(resize.width, resize.height);
  if (clear) memory.clear();
  if (!job) return;
  try {
    const picture = await memory.decode(job);
    self.postMessage({ id, picture }, { transfer: buffersOf(picture) });
  } catch (cause) {
    const status = cause instanceof StatusError ? cause.status.name : 'INTERNAL';
    const detail = cause instanceof Error ? cause.message : String(cause);
    self.postMessage({ id, status, detail, filmFailed: cause instanceof FilmFailed });
  }
}
