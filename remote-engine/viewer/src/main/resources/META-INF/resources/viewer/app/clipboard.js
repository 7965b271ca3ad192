import { CLIPBOARD_FEATURE } from '../core/clipboard/line.js';
import { ClipboardMenu } from './clipboard-menu.js';
import { ClipboardPanel, writeClip } from './clipboard-panel.js';
import { askForPaste } from './dialogs.js';
import { setAttribute } from './dom.js';

/** A copy by our own keys shows as an offer within this time, milliseconds: then it is fetched without another click. */
const COPY_SHOWS_WITHIN = 3000;

/** What a page or a paste event holds. @typedef {{text?: string, html?: string, png?: Uint8Array}} Held */

/**
 * The two clipboards on the page. Ctrl+V in the picture brings ours there and is pressed there when it has arrived, unless
 * something was copied over there since: then it is only pressed. Ctrl+C there fetches what was copied. Everything else
 * is asked for in the menu. Who copies last wins, as on one computer.
 */
export class ClipboardTools {
  /** For the keyboard. @type {import('../core/input/keyboard.js').CopyKeys} */
  keys;

  #root;
  #texts;
  #session;
  #notices;
  #menu;
  #panel;
  #redraw;
  /** @type {ReadonlyArray<number>} */
  #forms = [];
  #fresh = false;
  #busy = false;
  /** The next offer tells what has been there all along. */
  #first = true;
  /** The customer's clipboard is younger than ours. */
  #copiedThere = false;
  #copyKeysAt = -Infinity;

  /**
   * @param {HTMLElement} root
   * @param {import('./texts.js').Texts} texts
   * @param {import('../core/session.js').ViewerSession} session
   * @param {import('./notices.js').Notices} notices
   * @param {{toolbar: import('./toolbar.js').Toolbar, stage: import('./stage.js').Stage}} places
   * @param {() => void} redraw
   */
  constructor(root, texts, session, notices, { toolbar, stage }, redraw) {
    this.#root = root;
    this.#texts = texts;
    this.#session = session;
    this.#notices = notices;
    this.#redraw = redraw;
    this.#menu = new ClipboardMenu(texts, {
      ask: (direction) => session.permissions.ask(direction),
      send: () => void this.#send(),
      fetch: () => void this.#fetch(),
    });
    toolbar.add(this.#menu.element);
    this.#panel = new ClipboardPanel(texts, (copied) => this.#say(copied ? 'fetched' : 'blocked', copied));
    stage.lay(this.#panel.element);
    this.keys = {
      brings: () => this.#brings,
      paste: (data, press) => void this.#paste(data, press),
      copied: () => {
        this.#copiedThere = true;
        this.#copyKeysAt = performance.now();
      },
    };
    session.clipboard.offered.add((forms) => this.#offered(forms));
    // Ours may be younger once the technician has been elsewhere, or has copied something of this page.
    addEventListener('focus', () => (this.#copiedThere = false));
    document.addEventListener('copy', () => (this.#copiedThere = false));
  }

  /** @param {{reachable: boolean, askSeconds: number}} view */
  update({ reachable, askSeconds }) {
    const { permissions, presence } = this.#session;
    const understood = presence.customer?.features.includes(CLIPBOARD_FEATURE) ?? false;
    if (permissions.of('clipboard_out') !== 'granted') {
      this.#forms = [];
      this.#fresh = false;
      this.#first = true;
    }
    setAttribute(this.#root, 'data-clipboard-in', permissions.of('clipboard_in'));
    setAttribute(this.#root, 'data-clipboard-out', permissions.of('clipboard_out'));
    const view = { reachable: reachable && understood, askSeconds, forms: this.#forms, fresh: this.#fresh, busy: this.#busy };
    this.#menu.update(permissions, view);
  }

  get #brings() {
    const { permissions, input, outbox } = this.#session;
    const granted = permissions.of('clipboard_in') === 'granted';
    return granted && outbox.way === 'open' && !input.held && !this.#copiedThere;
  }

  /** @param {ReadonlyArray<number>} forms */
  #offered(forms) {
    const first = this.#first;
    this.#first = false;
    this.#forms = forms;
    this.#fresh = !first && forms.length > 0;
    if (this.#fresh) {
      this.#copiedThere = true;
      if (performance.now() - this.#copyKeysAt < COPY_SHOWS_WITHIN) void this.#fetch();
    }
    this.#redraw();
  }

  /** @param {DataTransfer | null} data @param {() => void} press */
  async #paste(data, press) {
    const { input } = this.#session;
    const image = data ? [...data.files].find(({ type }) => type === 'image/png') : undefined;
    const held = { text: data?.getData('text/plain'), html: data?.getData('text/html') };
    if (!held.text && !held.html && !image) {
      press();
      return;
    }
    input.hold();
    const png = image && new Uint8Array(await image.arrayBuffer());
    const outcome = await this.#bring({ ...held, png });
    if (outcome === 'taken') input.goOn(press);
    else input.giveUp();
  }

  /** By the menu. */
  async #send() {
    this.#menu.close();
    const held = (await readOwn()) ?? (await askForPaste(this.#root, this.#texts));
    if (held && (await this.#bring(held)) === 'taken') this.#say('sent', true);
  }

  /** @param {Held} held */
  async #bring(held) {
    this.#working(true);
    const outcome = await this.#session.clipboard.bring(held);
    this.#working(false);
    if (outcome !== 'taken') this.#say(`in.${outcome}`, false);
    return outcome;
  }

  async #fetch() {
    this.#menu.close();
    this.#copyKeysAt = -Infinity;
    this.#working(true);
    const { outcome, clip } = await this.#session.clipboard.fetch();
    this.#fresh = false;
    this.#working(false);
    if (!clip) this.#say(`out.${outcome}`, false);
    else if (await writeClip(clip)) this.#say('fetched', true);
    else this.#panel.open(clip);
  }

  /** @param {boolean} busy */
  #working(busy) {
    this.#busy = busy;
    this.#redraw();
  }

  /** @param {string} what @param {boolean} good */
  #say(what, good) {
    const customer = this.#session.presence.customer?.displayName || this.#texts.get('Customer');
    this.#notices.say(this.#texts.get(`said.clipboard.${what}`, { customer }), good ? 'good' : 'bad');
  }
}

/** The technician's own clipboard, if the browser gives it. @returns {Promise<Held | undefined>} */
async function readOwn() {
  if (!navigator.clipboard?.read) return undefined;
  try {
    /** @type {Held} */
    const held = {};
    for (const item of await navigator.clipboard.read()) {
      if (item.types.includes('text/plain')) held.text = await (await item.getType('text/plain')).text();
      if (item.types.includes('text/html')) held.html = await (await item.getType('text/html')).text();
      if (item.types.includes('image/png')) held.png = new Uint8Array(await (await item.getType('image/png')).arrayBuffer());
    }
    return held;
  } catch (cause) {
    console.info('beistand: the browser does not let this page read the clipboard', cause);
    return undefined;
  }
}
