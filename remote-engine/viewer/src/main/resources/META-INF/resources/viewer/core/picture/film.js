import { StatusError } from '../status.js';
import { STATUS } from '../wire.gen.js';
import { Vp8Shape } from './vp8-shape.js';

/** What Hello calls it. */
export const FILM_FEATURE = 'screen.vp8';

/** Coloured as the sender says (docs/protocol.md): a frame of VP8 does not say it itself. @type {VideoColorSpaceInit} */
const COLOURS = { matrix: 'smpte170m', primaries: 'smpte170m', transfer: 'smpte170m', fullRange: false };

/** In software, because a graphics card may keep frames back until more have come. @type {VideoDecoderConfig} */
const CONFIG = { codec: 'vp8', optimizeForLatency: true, hardwareAcceleration: 'prefer-software', colorSpace: COLOURS };

/** Milliseconds in which a decoder gives the picture of a frame, or never will. */
const PATIENCE = 3000;

/** Whether this browser decodes films. @returns {Promise<boolean>} */
export async function decodesFilms() {
  if (!('VideoDecoder' in globalThis)) return false;
  try {
    const { supported } = await VideoDecoder.isConfigSupported(CONFIG);
    return supported === true;
  } catch {
    return false; // a browser that knows no such question has no such decoder
  }
}

/** The browser cannot go on with a film that nothing seems wrong with: without films it can. */
export class FilmFailed extends StatusError {
  /** @param {unknown} cause */
  constructor(cause) {
    super(STATUS.INTERNAL, `the film cannot be decoded: ${cause}`);
  }
}

/** Decodes one film after the other into the remote screen's memory, a frame at a time. */
export class Film {
  #shape = new Vp8Shape();
  /** @type {VideoDecoder | null} */
  #decoder = null;
  /** Takes what the decoder makes of the frame under way. @type {{resolve: (frame: VideoFrame) => void, reject: (cause: unknown) => void} | null} */
  #waiting = null;
  #number = 0;

  /** The next frame must be a film's first. */
  begin() {
    this.#shape.begin();
    this.#close();
  }

  /**
   * @param {Uint8Array<ArrayBuffer>} bytes nothing but the frame
   * @param {import('./surface.js').Surface} surface
   * @param {import('./surface.js').Area} area where it goes, already checked
   * @throws {StatusError} PROTOCOL_ERROR for what no decoder should see, FilmFailed when the decoder fails
   */
  async paint(bytes, surface, area) {
    const key = this.#shape.check(bytes, area.width, area.height);
    try {
      const frame = await this.#decode(bytes, key);
      try {
        if (frame.displayWidth !== area.width || frame.displayHeight !== area.height) {
          throw new Error(`${frame.displayWidth}x${frame.displayHeight}`);
        }
        await copy(frame, surface, area);
      } finally {
        frame.close();
      }
    } catch (cause) {
      this.begin();
      throw new FilmFailed(cause);
    }
  }

  /** @param {Uint8Array<ArrayBuffer>} data @param {boolean} key @returns {Promise<VideoFrame>} */
  #decode(data, key) {
    const decoder = this.#open(key);
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => this.#waiting?.reject('no picture'), PATIENCE);
      this.#waiting = {
        resolve: (frame) => {
          clearTimeout(patience);
          this.#waiting = null;
          resolve(frame);
        },
        reject: (cause) => {
          clearTimeout(patience);
          this.#waiting = null;
          reject(cause);
        },
      };
      try {
        decoder.decode(new EncodedVideoChunk({ type: key ? 'key' : 'delta', timestamp: this.#number++, data }));
      } catch (cause) {
        this.#waiting.reject(cause);
      }
    });
  }

  /** A film's first frame gets a decoder that knows of no other film. @param {boolean} key @returns {VideoDecoder} */
  #open(key) {
    if (this.#decoder && !key) return this.#decoder;
    this.#close();
    const decoder = new VideoDecoder({
      output: (frame) => {
        if (this.#waiting) this.#waiting.resolve(frame);
        else frame.close(); // one picture for each frame: a second one is nobody's
      },
      error: (cause) => this.#waiting?.reject(cause),
    });
    decoder.configure(CONFIG);
    this.#decoder = decoder;
    return decoder;
  }

  #close() {
    if (this.#decoder && this.#decoder.state !== 'closed') this.#decoder.close();
    this.#decoder = null;
  }
}

/** @param {VideoFrame} frame @param {import('./surface.js').Surface} surface @param {import('./surface.js').Area} area */
async function copy(frame, surface, area) {
  const { width, pixels } = surface;
  const rect = frame.visibleRect ?? undefined;
  const layout = [{ offset: (area.y * width + area.x) * 4, stride: width * 4 }];
  await frame.copyTo(pixels, { format: 'RGBA', rect, layout, colorSpace: 'srgb' });
}
