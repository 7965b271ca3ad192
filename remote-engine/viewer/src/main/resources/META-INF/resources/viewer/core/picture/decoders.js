import { StatusError, statusOfName } from '../status.js';
import { STATUS } from '../wire.gen.js';
import { giveUpFilms } from './features.js';

/**
 * Keeps the remote screen and decodes picture frames into it, in the order they are given. `close` frees it; what is
 * still under way then never answers.
 * @typedef {object} PictureDecoder
 * @property {(width: number, height: number) => void} resize
 * @property {() => void} clear
 * @property {(job: import('./decode.js').PictureJob) => Promise<import('./decode.js').Picture>} decode
 * @property {() => void} close
 */

/** Decodes in a worker of its own: the page stays quick while a large picture is unpacked. @returns {PictureDecoder} */
export function workerDecoder() {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  /**
   * @type {Map<number, {resolve: (picture: import('./decode.js').Picture) => void, reject: (cause: Error) => void}>}
   */
  const waiting = new Map();
  let last = 0;
  /** The worker cannot be had any more, for instance because its file could not be loaded. @type {Error | null} */
  let broken = null;
  worker.onmessage = ({ data }) => {
    const job = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.filmFailed) giveUpFilms(); // before the connection that this ends is followed by the next
    if (data.picture) job?.resolve(data.picture);
    else job?.reject(new StatusError(statusOfName(data.status) ?? STATUS.INTERNAL, data.detail));
  };
  worker.onerror = (event) => {
    broken = new StatusError(STATUS.INTERNAL, `the picture worker failed: ${event.message}`);
    for (const job of waiting.values()) job.reject(broken);
    waiting.clear();
  };
  return {
    resize: (width, height) => worker.postMessage({ resize: { width, height } }),
    clear: () => worker.postMessage({ clear: true }),
    decode: (job) =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken);
          return;
        }
        last++;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ id: last, job }, [job.payload.buffer]);
      }),
    close: () => worker.terminate(),
  };
}
