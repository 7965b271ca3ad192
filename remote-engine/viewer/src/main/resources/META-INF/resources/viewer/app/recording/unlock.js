import { make, setText, show } from '../dom.js';
import { sizeOf } from '../files/size.js';
import { dateOf, durationOf, listOf } from './words.js';

/** @typedef {import('../texts.js').Texts} Texts */

/** What this recording is, and the field that opens it. */
export class Unlock {
  element;
  #texts;
  #field;
  #wrong;
  #go;
  #progress;
  #said;

  /** @param {Texts} texts @param {import('./library.js').Card} card @param {(passphrase: string) => void} open */
  constructor(texts, card, open) {
    this.#texts = texts;
    const field = { type: 'password', name: 'passphrase', id: 'recording-passphrase', autocomplete: 'current-password', required: '' };
    this.#field = make('input', { attributes: { ...field, 'aria-describedby': 'recording-wrong' } });
    // Password managers keep a passphrase under a name.
    const name = make('input', { attributes: { type: 'text', name: 'username', autocomplete: 'username', value: texts.get('recording'), hidden: '' } });
    const label = make('label', { text: texts.get('recording.passphrase'), attributes: { for: 'recording-passphrase' } });
    this.#wrong = make('p', { class: 'beistand-wrong', attributes: { id: 'recording-wrong', role: 'alert' } });
    const primary = { class: 'beistand-button beistand-primary', attributes: { type: 'submit', 'data-action': 'open' } };
    this.#go = make('button', { ...primary, text: texts.get('recording.open') });
    this.#progress = make('progress', { attributes: { hidden: '', max: '1' } });
    this.#said = make('p', { class: 'beistand-quiet', attributes: { role: 'status' } });
    const on = {
      submit: (/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        if (this.#field.value === '') this.wrong('recording.needed');
        else open(this.#field.value);
      },
    };
    const fields = [name, label, this.#field, this.#wrong, this.#go, this.#progress, this.#said];
    const form = make('form', { attributes: { novalidate: '' }, on }, ...fields);
    const explain = make('p', { class: 'beistand-quiet', text: texts.get('recording.explain') });
    this.element = make('section', { class: 'beistand-card beistand-unlock' }, ...about(texts, card), form, explain);
  }

  focus() {
    this.#field.focus();
  }

  /** @param {boolean} busy */
  opening(busy) {
    this.#go.disabled = busy;
    // Not disabled: it keeps the focus and what was typed.
    this.#field.readOnly = busy;
    setText(this.#said, busy ? this.#texts.get('recording.opening') : '');
    if (busy) this.#refuse('');
  }

  /** @param {string} key of the text that says why */
  wrong(key) {
    this.#refuse(this.#texts.get(key));
    this.#field.focus();
    this.#field.select();
  }

  /** @param {number} done @param {number} whole bytes */
  loading(done, whole) {
    const [now, all] = [sizeOf(done, this.#texts.language), sizeOf(whole, this.#texts.language)];
    show(this.#progress, whole > 0);
    this.#progress.value = whole > 0 ? done / whole : 0;
    setText(this.#said, this.#texts.get('recording.loading', { done: now, whole: all }));
  }

  /** @param {string} why empty: nothing is wrong */
  #refuse(why) {
    setText(this.#wrong, why);
    this.#field.setAttribute('aria-invalid', String(why !== ''));
  }
}

/** @param {Texts} texts @param {import('./library.js').Card} card @returns {HTMLElement[]} */
export function about(texts, { ticketNumber, ticketSubject, customer, startedAt, endedAt, tapes }) {
  const technicians = [...new Set(tapes.map(({ technician }) => technician))];
  const begun = Date.parse(startedAt);
  const lasted = endedAt ? durationOf(texts, Date.parse(endedAt) - begun) : '';
  const people = technicians.length > 0 ? texts.get('recording.about', { customer, technician: listOf(texts, technicians) }) : customer;
  const ticket = [ticketNumber, ticketSubject].filter(Boolean).join(' · ');
  const lines = [ticket, people, [dateOf(texts, begun), lasted].filter(Boolean).join(', ')];
  const rows = lines.map((text) => make('span', { text }));
  return [make('h2', { text: texts.get('recording') }), make('p', { class: 'beistand-about' }, ...rows)];
}
