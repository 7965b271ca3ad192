import { make, setAttribute, setText, show } from '../dom.js';
import { icon } from '../icons.js';
import { FileList } from './list.js';
import { FileRow } from './row.js';

/** @typedef {import('../../core/files/transfer.js').Transfer} Transfer */

/**
 * @typedef {object} FileActions
 * @property {(files: File[]) => void} send
 * @property {(id: string) => void} cancelSending
 * @property {(id: string) => void} fetch
 * @property {(id: string) => void} cancelFetching
 */

/**
 * @typedef {object} FilesView
 * @property {string} customer
 * @property {string} Customer the same at the beginning of a sentence
 * @property {boolean} reads the grant lets the technician fetch
 * @property {boolean} writes the grant lets the technician send, if the customer agrees
 * @property {boolean} understood the customer's program knows files
 * @property {boolean} met the customer has been here
 * @property {boolean} over
 * @property {import('../../core/permissions.js').Answer} answer to the question for sending
 * @property {number} seconds left to answer
 */

/** The files of the session: a place to send some, what was sent, and what the customer offers. */
export class FilesPanel {
  element;
  #texts;
  #unsupported;
  #sending;
  #send;
  #lock = icon('lock');
  #arrow = icon('upload');
  #hint;
  #sent;
  #sentTitle;
  #offers;
  #offersTitle;
  #noOffers;
  #view = /** @type {FilesView | null} */ (null);

  /** @param {import('../texts.js').Texts} texts @param {FileActions} actions */
  constructor(texts, actions) {
    this.#texts = texts;
    this.#unsupported = make('p', { class: 'beistand-quiet', attributes: { 'data-part': 'files-unsupported' } });
    const input = make('input', { attributes: { type: 'file', multiple: '', name: 'files', hidden: '' } });
    input.addEventListener('change', () => {
      actions.send([...(input.files ?? [])]);
      // The same file may be chosen once more.
      input.value = '';
    });
    const attributes = { type: 'button', 'data-action': 'files-send', 'aria-describedby': 'beistand-files-hint' };
    const label = make('span', { text: texts.get('files.send') });
    const choose = { click: () => input.click() };
    this.#send = make('button', { class: 'beistand-button beistand-primary', attributes, on: choose }, this.#lock, this.#arrow, label);
    this.#hint = make('p', { class: 'beistand-quiet', attributes: { id: 'beistand-files-hint', 'data-part': 'files-hint' } });
    this.#sending = make('div', { class: 'beistand-files-send' }, this.#send, input, this.#hint);
    this.#sentTitle = make('h3', { text: texts.get('files.sent') });
    this.#offersTitle = make('h3', {});
    this.#noOffers = make('p', { class: 'beistand-quiet', attributes: { 'data-part': 'files-none' } });
    const row = (/** @type {Transfer} */ file) => new FileRow(texts, file, { cancel: () => actions.cancelSending(file.id) });
    this.#sent = new FileList('files-sent', texts.get('files.sent'), row);
    const offer = (/** @type {Transfer} */ file) =>
      new FileRow(texts, file, { cancel: () => actions.cancelFetching(file.id), save: () => actions.fetch(file.id) });
    this.#offers = new FileList('files-offered', texts.get('tab.files'), offer);
    // What is offered waits for the technician, what was sent for nobody.
    const body = [this.#offersTitle, this.#noOffers, this.#offers.element, this.#sentTitle, this.#sent.element];
    const traits = { class: 'beistand-files', attributes: { tabindex: '0' } };
    this.element = make('section', traits, this.#unsupported, this.#sending, ...body);
  }

  focus() {
    if (this.#sending.hidden || this.#send.disabled) this.element.focus();
    else this.#send.focus();
  }

  /** @param {FilesView} view */
  update(view) {
    this.#view = view;
    const { customer, Customer, reads, writes, understood, met, over, answer } = view;
    const texts = this.#texts;
    show(this.#unsupported, !understood);
    setText(this.#unsupported, texts.get('files.unsupported', { customer }));
    show(this.#sending, writes && understood && !over);
    this.#send.disabled = !met;
    this.#lock.toggleAttribute('hidden', answer === 'granted');
    this.#arrow.toggleAttribute('hidden', answer !== 'granted');
    setAttribute(this.#send, 'data-answer', answer);
    setText(this.#hint, this.#hintOf(view));
    show(this.#offersTitle, reads && understood);
    setText(this.#offersTitle, texts.get('files.offered', { customer }));
    setAttribute(this.#offers.element, 'aria-label', texts.get('files.offered', { customer }));
    setText(this.#noOffers, texts.get(over ? 'files.offered.over' : 'files.offered.none', { Customer }));
  }

  /** @param {import('../../core/files/line.js').FileLine} files */
  draw({ sender: { transfers }, fetcher: { offers } }) {
    const asking = this.#view?.answer === 'asking';
    show(this.#sentTitle, transfers.length > 0);
    show(this.#sent.element, transfers.length > 0);
    show(this.#offers.element, offers.length > 0);
    show(this.#noOffers, offers.length === 0 && this.#view?.reads === true && this.#view.understood);
    this.#sent.draw(transfers, (row, file) => {
      const state = asking && file.state === 'waiting' ? 'asking' : file.state;
      row.update(file, this.#word('sent', state), false);
    });
    this.#offers.draw(offers, (row, file) => {
      const rests = file.state !== 'waiting' && file.state !== 'under_way' && file.state !== 'interrupted';
      row.update(file, this.#word('fetched', file.state), file.here && rests);
    });
  }

  /** @param {'sent' | 'fetched'} way @param {string} state */
  #word(way, state) {
    if (state === 'offered' || state === 'under_way') return '';
    return this.#texts.get(`file.${way}.${state}`);
  }

  /** @param {FilesView} view */
  #hintOf({ customer, Customer, met, answer, seconds }) {
    if (!met) return this.#texts.get('files.send.away', { customer });
    return this.#texts.get(`files.send.${answer}`, { Customer, seconds });
  }
}
