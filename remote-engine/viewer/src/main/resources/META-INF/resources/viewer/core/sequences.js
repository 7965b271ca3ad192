import { BrokenLine, protocolError } from './status.js';

/** The numbers of the frames this end sends: per channel, from 1, without gaps. */
export class OutgoingSequences {
  /** @type {Map<number, number>} */
  #last = new Map();

  /** @param {number} channel @returns {number} */
  next(channel) {
    const sequence = (this.#last.get(channel) ?? 0) + 1;
    this.#last.set(channel, sequence);
    return sequence;
  }
}

/**
 * Watches the numbers of the frames that arrive: per sender and channel strictly increasing. Gaps are legal (frames for
 * others); a repeated or older number is a replay or a fault and ends the connection.
 */
export class IncomingSequences {
  /** @type {Map<string, number>} */
  #last = new Map();

  /** @param {import('./frame.js').Frame} frame @throws {import('./status.js').StatusError} PROTOCOL_ERROR, or BrokenLine */
  check(frame) {
    const lane = `${frame.participant}/${frame.channel}`;
    const last = this.#last.get(lane) ?? 0;
    if (frame.sequence < 1) throw protocolError(`sequence ${frame.sequence} on ${lane}`);
    if (frame.sequence <= last) throw new BrokenLine(`sequence ${frame.sequence} after ${last} on ${lane}`);
    this.#last.set(lane, frame.sequence);
  }

  /** A participant who comes back starts again at 1. @param {number} participant */
  forget(participant) {
    for (const lane of [...this.#last.keys()]) {
      if (lane.startsWith(`${participant}/`)) this.#last.delete(lane);
    }
  }
}
