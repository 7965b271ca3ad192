import { setAttribute } from './dom.js';

/** Narrower than this, the panel lies over the picture and starts closed, CSS pixels. */
const NARROW = '(max-width: 720px)';

/** The side panel: open or closed, and how much was written while nobody could see it. */
export class Panel {
  open;
  unread = 0;
  #root;
  #chat;
  #changed;
  #title = document.title;

  /**
   * @param {HTMLElement} root
   * @param {import('./chat-panel.js').ChatPanel} panel
   * @param {import('../core/chat.js').Chat} chat
   * @param {() => void} changed
   */
  constructor(root, panel, chat, changed) {
    this.#root = root;
    this.#chat = panel;
    this.#changed = changed;
    this.open = !matchMedia(NARROW).matches;
    this.#mark();
    chat.heard.add(() => {
      if (this.open && !document.hidden) return;
      this.unread++;
      this.#mark();
    });
    document.addEventListener('visibilitychange', () => this.#seen());
  }

  /** @param {boolean} open */
  toggle(open = !this.open) {
    this.open = open;
    this.#seen();
    if (open) this.#chat.focus();
  }

  /** Makes room for what has to be read on the stage, where the panel would lie over it. */
  giveWay() {
    if (matchMedia(NARROW).matches) this.toggle(false);
  }

  #seen() {
    if (this.open && !document.hidden) this.unread = 0;
    this.#mark();
  }

  #mark() {
    setAttribute(this.#root, 'data-panel', this.open ? 'open' : 'closed');
    document.title = this.unread > 0 ? `(${this.unread}) ${this.#title}` : this.#title;
    this.#changed();
  }
}
