/**
 * Somebody of the company, as the helpdesk tells about them for this session.
 * @typedef {object} Colleague
 * @property {string} id
 * @property {string} name
 * @property {string} department
 * @property {boolean} invited may join
 * @property {boolean} here
 * @property {boolean} leads
 */

/** The helpdesk's doors to the people of one session. Each call says whether it worked; why not is in the log. */
export class Colleagues {
  #url;
  #headers;

  /** @param {import('./settings.js').Settings} settings */
  constructor({ sessionUrl, headers }) {
    this.#url = sessionUrl;
    this.#headers = headers;
  }

  /** Whether there is a helpdesk to ask. */
  get known() {
    return this.#url !== '';
  }

  /** @param {string} text part of a name @returns {Promise<ReadonlyArray<Colleague> | null>} null: it did not answer */
  async find(text) {
    const answer = await this.#call('GET', `/colleagues?q=${encodeURIComponent(text)}`);
    const list = answer?.ok ? await answer.json().catch(() => null) : null;
    return Array.isArray(list) ? list : null;
  }

  /** @param {string} id @returns {Promise<boolean>} */
  async invite(id) {
    return (await this.#call('POST', '/colleagues', { technicianId: id }))?.ok ?? false;
  }

  /** @param {string} id @returns {Promise<boolean>} */
  async handOverTo(id) {
    return (await this.#call('POST', '/handover', { technicianId: id }))?.ok ?? false;
  }

  /** @returns {Promise<boolean>} */
  async leave() {
    return (await this.#call('POST', '/leave', {}))?.ok ?? false;
  }

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<Response | null>} */
  async #call(method, path, body) {
    const headers = { ...this.#headers, 'Content-Type': 'application/json' };
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    try {
      return await fetch(this.#url + path, { method, headers, credentials: 'same-origin', redirect: 'manual', ...json });
    } catch (cause) {
      console.warn('beistand: the helpdesk does not answer', cause);
      return null;
    }
  }
}
