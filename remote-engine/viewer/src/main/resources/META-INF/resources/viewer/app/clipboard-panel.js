import { make, setText, show } from './dom.js';

/** Writes a clip into the technician's own clipboard. @param {import('../core/clipboard/clip.js').Clip} clip @returns {Promise<boolean>} */
export async function writeClip(clip) {
  if (!navigator.clipboard?.write || !globalThis.ClipboardItem) return false;
  /** @type {Record<string, Blob>} */
  const items = {};
  if (clip.text !== undefined) items['text/plain'] = new Blob([clip.text], { type: 'text/plain' });
  if (clip.html !== undefined) items['text/html'] = new Blob([clip.html], { type: 'text/html' });
  if (clip.png !== undefined) items['image/png'] = new Blob([clip.png], { type: 'image/png' });
  try {
    await navigator.clipboard.write([new ClipboardItem(items)]);
    return true;
  } catch (cause) {
    console.info('beistand: the browser does not let this page write the clipboard now', cause);
    return false;
  }
}

/**
 * Over the picture, when the browser does not let us write the clipboard by ourselves: what was copied at the customer's,
 * with a button that copies it here.
 */
export class ClipboardPanel {
  element;
  #texts;
  #text;
  #image;
  #copy;
  #save;
  /** @type {import('../core/clipboard/clip.js').Clip} */
  #clip = {};

  /** @param {import('./texts.js').Texts} texts @param {(copied: boolean) => void} done */
  constructor(texts, done) {
    this.#texts = texts;
    const attributes = { rows: '4', readonly: '', 'aria-label': texts.get('clipboard.panel'), 'data-part': 'clipboard-text' };
    this.#text = make('textarea', { attributes });
    this.#image = make('p', { attributes: { 'data-part': 'clipboard-image' } });
    const button = (/** @type {string} */ action, /** @type {() => void} */ act, look = '') =>
      make('button', {
        class: `beistand-button ${look}`,
        text: texts.get(action),
        attributes: { type: 'button', 'data-action': action.replaceAll('.', '-') },
        on: { click: act },
      });
    this.#copy = button('clipboard.copy', () => void this.#copyNow(done), 'beistand-primary');
    this.#save = button('clipboard.save', () => this.#saveImage());
    const row = make('div', { class: 'beistand-buttons' }, button('close', () => this.close()), this.#save, this.#copy);
    const heading = make('h2', { text: texts.get('clipboard.panel') });
    const role = { role: 'region', 'aria-label': texts.get('clipboard.panel'), hidden: '' };
    this.element = make('section', { class: 'beistand-copied', attributes: role }, heading, this.#text, this.#image, row);
    this.element.addEventListener('keydown', (event) => event.key === 'Escape' && this.close());
  }

  /** @param {import('../core/clipboard/clip.js').Clip} clip */
  open(clip) {
    this.#clip = clip;
    this.#text.value = clip.text ?? '';
    show(this.#text, clip.text !== undefined);
    show(this.#image, clip.size !== undefined);
    show(this.#save, clip.png !== undefined);
    if (clip.size) setText(this.#image, this.#texts.get('clipboard.image', clip.size));
    show(this.element, true);
    this.#copy.focus();
  }

  /** Nothing of it stays in the page. */
  close() {
    this.#clip = {};
    this.#text.value = '';
    show(this.element, false);
  }

  /** @param {(copied: boolean) => void} done */
  async #copyNow(done) {
    const copied = (await writeClip(this.#clip)) || this.#copyByCommand();
    if (copied) this.close();
    done(copied);
  }

  /** The old way, which browsers also allow without a secure context. Images cannot go by it. */
  #copyByCommand() {
    const { text, html } = this.#clip;
    const fill = (/** @type {ClipboardEvent} */ event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (text !== undefined) event.clipboardData?.setData('text/plain', text);
      if (html !== undefined) event.clipboardData?.setData('text/html', html);
    };
    if (text === undefined && html === undefined) return false;
    document.addEventListener('copy', fill, { capture: true, once: true });
    const done = document.execCommand('copy');
    document.removeEventListener('copy', fill, { capture: true });
    return done;
  }

  #saveImage() {
    if (!this.#clip.png) return;
    const address = URL.createObjectURL(new Blob([this.#clip.png], { type: 'image/png' }));
    make('a', { attributes: { href: address, download: 'clipboard.png' } }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }
}
