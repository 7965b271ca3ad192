/** The worker's whole program: decodes one picture frame after the other, away from the page's own thread. */
import { StatusError } from '../status.js';
import { buffersOf, decodePicture } from './decode.js';

/** Frames are answered in the order they came: the picture after a broken one must not overtake it. */
let tail = Promise.resolve();

/** @param {MessageEvent<{id: number, job: import('./decode.js').PictureJob}>} event */
self.onmessage = ({ data: { id, job } }) => {
  tail = tail.then(() => answer(id, job));
};

/** @param {number} id @param {import('./decode.js').PictureJob} job */
async function answer(id, job) {
  try {
    const picture = await decodePicture(job);
    self.postMessage({ id, picture }, { transfer: buffersOf(picture) });
  } catch (cause) {
    const status = cause instanceof StatusError ? cause.status.name : 'INTERNAL';
    self.postMessage({ id, status, detail: cause instanceof Error ? cause.message : String(cause) });
  }
}
