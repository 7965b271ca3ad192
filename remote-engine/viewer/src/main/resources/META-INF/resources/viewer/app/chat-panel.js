import { LIMITS } from '../core/limits.js';
import { make, setAttribute, setText, show } from './dom.js';
import { icon } from './icons.js';

/** The conversation. Enter sends, Shift+Enter begins a new line. What others write is only ever text. */
export class ChatPanel {
  element;
  #texts;
  #chat;
  #list;
  #empty;
  #box;
  #send;
  #left;
  #form;
  /** Made with the first line: a browser takes as long for it as for the rest of the panel. @type {Intl.DateTimeFormat | null} */
  #time = null;
  /** The customer has been here: what is said while the line is down waits for both to be back. */
  #met = false;
  /** @type {Map<string, HTMLElement>} */
  #items = new Map();

  /**
   * @param {import('./texts.js').Texts} texts
   * @param {import('../core/chat.js').Chat} chat
   */
  constructor(texts, chat) {
    this.#texts = texts;
    this.#chat = chat;
    this.#empty = make('p', { class: 'beistand-empty', text: texts.get('chat.empty') });
    const live = { role: 'log', 'aria-live': 'polite', tabindex: '0' };
    this.#list = make('ol', { class: 'beistand-lines', attributes: live });
    const limits = { name: 'chat', rows: '2', maxlength: String(LIMITS.chatCharacters) };
    const on = { keydown: (/** @type {KeyboardEvent} */ e) => this.#key(e), input: () => this.#count() };
    this.#box = make('textarea', { attributes: limits, on });
    const submit = { type: 'submit', 'data-action': 'chat-send', title: texts.get('chat.send') };
    this.#send = make('button', { attributes: { ...submit, 'aria-label': texts.get('chat.send') } }, icon('send'));
    this.#left = make('span', { class: 'beistand-left' });
    const sent = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      this.#say();
    };
    this.#form = make('form', { class: 'beistand-write', on: { submit: sent } }, this.#box, this.#send, this.#left);
    this.element = make('section', { class: 'beistand-chat' }, this.#empty, this.#list, this.#form);
    chat.changed.add((lines) => this.#draw(lines));
  }

  focus() {
    this.#box.focus();
  }

  #clock() {
    this.#time ??= new Intl.DateTimeFormat(this.#texts.language, { hour: '2-digit', minute: '2-digit' });
    return this.#time;
  }

  /** @param {string} customer @param {boolean} reachable @param {boolean} over nobody will ever read it */
  update(customer, reachable, over) {
    const texts = this.#texts;
    show(this.#form, !over);
    setAttribute(this.#list, 'aria-label', texts.get('chat.label', { customer }));
    this.#met ||= reachable;
    const apart = this.#met ? 'chat.write.later' : 'chat.write.away';
    const invitation = texts.get(reachable ? 'chat.write' : apart, { customer });
    setAttribute(this.#box, 'placeholder', invitation);
    setAttribute(this.#box, 'aria-label', invitation);
    this.#box.readOnly = !this.#met;
    this.#send.disabled = !this.#met;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#say();
  }

  #say() {
    if (this.#box.readOnly || !this.#chat.say(this.#box.value)) return;
    this.#box.value = '';
    this.#count();
  }

  #count() {
    const left = LIMITS.chatCharacters - this.#box.value.length;
    setText(this.#left, left < 400 ? this.#texts.get('chat.left', { count: left }) : '');
  }

  /** @param {ReadonlyArray<import('../core/chat.js').Line>} lines */
  #draw(lines) {
    show(this.#empty, lines.length === 0);
    const list = this.#list;
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    const known = new Set(lines.map(({ id }) => id));
    for (const [id, item] of this.#items) {
      if (known.has(id)) continue;
      item.remove();
      this.#items.delete(id);
    }
    lines.forEach((line, at) => {
      const item = this.#items.get(line.id) ?? this.#item(line);
      show(/** @type {HTMLElement} */ (item.lastElementChild), !line.kept);
      if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
    });
    if (atEnd) list.scrollTop = list.scrollHeight;
  }

  /** @param {import('../core/chat.js').Line} line @returns {HTMLElement} */
  #item(line) {
    const mine = !line.fromCustomer && line.author === this.#chat.author;
    const who = mine ? this.#texts.get('chat.you') : line.author;
    const sent = new Date(line.sentAt);
    const attributes = { datetime: sent.toISOString(), title: sent.toLocaleString(this.#texts.language) };
    const time = make('time', { text: this.#clock().format(sent), attributes });
    const head = make('span', { class: 'beistand-who', text: who }, time);
    const words = make('p', { text: line.text });
    const pending = make('span', { class: 'beistand-pending', text: this.#texts.get('chat.not_kept') });
    const side = mine ? 'mine' : line.fromCustomer ? 'customer' : 'colleague';
    const traits = { class: 'beistand-line', attributes: { 'data-from': side, 'data-id': line.id } };
    const item = make('li', traits, head, words, pending);
    this.#items.set(line.id, item);
    return item;
  }
}
