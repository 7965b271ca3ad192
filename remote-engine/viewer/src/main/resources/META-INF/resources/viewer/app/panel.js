import { ChatPanel } from './chat-panel.js';
import { make, setAttribute, setText, show } from './dom.js';
import { FileTools } from './files/tools.js';
import { icon } from './icons.js';
import { Tabs } from './tabs.js';

/** Narrower than this, the panel lies over the picture and starts closed, CSS pixels. */
const NARROW = '(max-width: 720px)';

/**
 * The side panel: open or closed, chat or files, and how much came while nobody could see it. Without a right to files
 * there is the chat alone, and no tabs.
 */
export class Panel {
  element;
  open;
  #root;
  #texts;
  #chat;
  #files;
  #tabs;
  #heading;
  #changed;
  #unread = { chat: 0, files: 0 };
  #title = document.title;

  /**
   * @param {HTMLElement} root
   * @param {import('./texts.js').Texts} texts
   * @param {import('../core/session.js').ViewerSession} session
   * @param {import('./notices.js').Notices} notices
   * @param {() => void} changed
   */
  constructor(root, texts, session, notices, changed) {
    this.#root = root;
    this.#texts = texts;
    this.#changed = changed;
    this.#chat = new ChatPanel(texts, session.chat);
    this.#files = new FileTools(root, texts, session, notices);
    const chat = { name: 'chat', label: texts.get('tab.chat'), panel: this.#chat.element };
    const files = { name: 'files', label: texts.get('tab.files'), panel: this.#files.element };
    this.#tabs = new Tabs(texts.get('panel.files'), [chat, files], () => this.#seen());
    this.#heading = make('h2', {});
    const attributes = { type: 'button', 'aria-label': texts.get('panel.close'), 'data-action': 'panel-close' };
    const close = make('button', { class: 'beistand-close', attributes, on: { click: () => this.toggle(false) } }, icon('close'));
    const head = make('div', { class: 'beistand-panel-head' }, this.#heading, this.#tabs.element, close);
    this.element = make('aside', { class: 'beistand-panel' }, head, this.#chat.element, this.#files.element);
    this.#files.takeDrops(this.element, () => this.#tabs.choose('files'));
    this.open = !matchMedia(NARROW).matches;
    this.#mark();
    session.chat.heard.add(() => this.#came('chat'));
    session.files.news.offered.add(() => this.#came('files'));
    document.addEventListener('visibilitychange', () => this.#seen());
  }

  /** What came unseen, on all tabs. */
  get unread() {
    return this.#unread.chat + this.#unread.files;
  }

  /** Whether there is more than the chat. */
  get hasFiles() {
    return this.#files.permitted;
  }

  /** @param {boolean} open */
  toggle(open = !this.open) {
    this.open = open;
    this.#seen();
    if (!open) return;
    if (this.#tabs.current === 'files') this.#files.focus();
    else this.#chat.focus();
  }

  /** Makes room for what has to be read on the stage, where the panel would lie over it. */
  giveWay() {
    if (matchMedia(NARROW).matches) this.toggle(false);
  }

  /** @param {{customer: string, reachable: boolean, over: boolean, askSeconds: number}} view over: nobody is there any more */
  update(view) {
    const { customer, reachable, over } = view;
    this.#chat.update(customer, reachable, over);
    this.#files.update(view);
    if (!this.hasFiles) this.#tabs.choose('chat');
    show(this.#tabs.element, this.hasFiles);
    show(this.#heading, !this.hasFiles);
    const conversation = this.#texts.get('chat.label', { customer });
    setText(this.#heading, conversation);
    setAttribute(this.element, 'aria-label', this.hasFiles ? this.#texts.get('panel.files') : conversation);
  }

  /** @param {'chat' | 'files'} tab */
  #came(tab) {
    if (this.#looksAt(tab)) return;
    this.#unread[tab]++;
    this.#mark();
  }

  /** @param {'chat' | 'files'} tab */
  #looksAt(tab) {
    return this.open && !document.hidden && this.#tabs.current === tab;
  }

  #seen() {
    if (this.#looksAt('chat')) this.#unread.chat = 0;
    if (this.#looksAt('files')) this.#unread.files = 0;
    this.#mark();
  }

  #mark() {
    const { chat, files } = this.#unread;
    setAttribute(this.#root, 'data-panel', this.open ? 'open' : 'closed');
    setAttribute(this.#root, 'data-panel-tab', this.#tabs.current);
    this.#tabs.mark('chat', chat, this.#texts.get('panel.unread', { count: chat }));
    this.#tabs.mark('files', files, this.#texts.get('files.unseen', { count: files }));
    document.title = this.unread > 0 ? `(${this.unread}) ${this.#title}` : this.#title;
    this.#changed();
  }
}
