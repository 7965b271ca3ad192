import { isOpen } from '../../core/files/transfer.js';
import { make, setAttribute, setText, show } from '../dom.js';
import { icon } from '../icons.js';
import { sizeOf } from './size.js';

/** @typedef {import('../../core/files/transfer.js').Transfer} Transfer */

/** What can be done with it; `save` only with what is offered. @typedef {{cancel: () => void, save?: () => void}} Choices */

/** One file in a list: what it is called, how far it is, and what can be done about it. Its parts stay while it moves. */
export class FileRow {
  element;
  #texts;
  #words;
  #bar;
  #cancel;
  #save;
  #check;
  #digits;

  /** @param {import('../texts.js').Texts} texts @param {Transfer} transfer @param {Choices} choices */
  constructor(texts, { id, name }, { cancel, save }) {
    this.#texts = texts;
    const called = make('bdi', { class: 'beistand-file-name', text: name, attributes: { title: name } });
    this.#words = make('span', { class: 'beistand-file-words', attributes: { 'data-part': 'file-words' } });
    this.#bar = make('progress', { attributes: { 'aria-label': texts.get('file.bar', { file: name }) } });
    const stop = texts.get('file.cancel', { file: name });
    const cancelling = { type: 'button', 'data-action': 'file-cancel', 'aria-label': stop, title: stop };
    this.#cancel = make('button', { class: 'beistand-close', attributes: cancelling, on: { click: cancel } }, icon('close'));
    const saving = { type: 'button', 'data-action': 'file-save', 'aria-label': texts.get('file.save.label', { file: name }) };
    const attributes = { class: 'beistand-button', text: texts.get('file.save'), attributes: saving };
    this.#save = make('button', { ...attributes, on: { click: () => save?.() } });
    this.#digits = make('code', { attributes: { 'data-part': 'file-sha256' } });
    this.#check = make('details', { class: 'beistand-file-check' }, make('summary', { text: texts.get('file.sha256') }), this.#digits);
    const head = make('div', { class: 'beistand-file-head' }, called, this.#save, this.#cancel);
    const traits = { class: 'beistand-file', attributes: { 'data-file': id, 'data-name': name } };
    this.element = make('li', traits, head, this.#bar, this.#words, this.#check);
  }

  /** @param {Transfer} transfer @param {string} word its state @param {boolean} savable */
  update(transfer, word, savable) {
    const { state, size, done, sha256 } = transfer;
    const { language } = this.#texts;
    const moving = state === 'under_way' || state === 'interrupted';
    setAttribute(this.element, 'data-state', state);
    const sizes = { done: sizeOf(done, language), size: sizeOf(size, language) };
    const amount = moving ? this.#texts.get('file.progress', sizes) : sizes.size;
    setText(this.#words, word ? `${amount} · ${word}` : amount);
    show(this.#bar, moving);
    this.#bar.max = Math.max(1, size);
    this.#bar.value = done;
    this.#offer(isOpen(transfer), savable);
    show(this.#check, sha256 !== '');
    setText(this.#digits, sha256);
  }

  /** Who has pressed one button stands on the other when it takes the place. @param {boolean} cancel @param {boolean} save */
  #offer(cancel, save) {
    const focused = document.activeElement;
    show(this.#cancel, cancel);
    show(this.#save, save);
    if (focused === this.#cancel && !cancel && save) this.#save.focus();
    if (focused === this.#save && !save && cancel) this.#cancel.focus();
  }
}
