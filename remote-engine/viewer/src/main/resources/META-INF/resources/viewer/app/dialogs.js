import { LIMITS } from '../core/limits.js';
import { make } from './dom.js';

/**
 * Asks for a yes before something that cannot be taken back. Escape and "Cancel" are no.
 * @param {HTMLElement} root
 * @param {import('./texts.js').Texts} texts
 * @param {{question: string, explain: string, yes: string}} words
 * @returns {Promise<boolean>}
 */
export async function confirm(root, texts, { question, explain, yes }) {
  const go = make('button', { class: 'beistand-button beistand-danger', text: yes, attributes: { value: 'yes' } });
  go.dataset.action = 'confirm';
  const body = make('p', { text: explain });
  return (await open(root, texts, question, [body], go)) === 'yes';
}

/**
 * Asks for a text to be typed at the other end.
 * @param {HTMLElement} root @param {import('./texts.js').Texts} texts
 * @returns {Promise<string>} empty: nothing is to be typed
 */
export async function askForText(root, texts) {
  const limits = { rows: '5', maxlength: String(LIMITS.chatCharacters), name: 'text', spellcheck: 'false' };
  const box = make('textarea', { attributes: { ...limits, 'aria-label': texts.get('type.label') } });
  const go = make('button', { class: 'beistand-button beistand-primary', text: texts.get('type.send') });
  go.value = 'yes';
  go.dataset.action = 'confirm';
  const hint = make('p', { text: texts.get('type.hint') });
  const answer = await open(root, texts, texts.get('type'), [hint, box], go);
  return answer === 'yes' ? box.value : '';
}

/**
 * Asks the technician to paste, where the browser does not let a page read the clipboard by itself.
 * @param {HTMLElement} root @param {import('./texts.js').Texts} texts
 * @returns {Promise<{text?: string, html?: string, png?: Uint8Array} | undefined>} nothing: not now
 */
export async function askForPaste(root, texts) {
  const box = make('textarea', { attributes: { rows: '3', name: 'paste', 'aria-label': texts.get('clipboard.paste') } });
  const go = make('button', { class: 'beistand-button beistand-primary', text: texts.get('clipboard.send') });
  go.value = 'yes';
  go.dataset.action = 'confirm';
  /** @type {{html?: string, image?: File}} */
  const beside = {};
  box.addEventListener('paste', ({ clipboardData }) => {
    beside.html = clipboardData?.getData('text/html');
    beside.image = [...(clipboardData?.files ?? [])].find(({ type }) => type === 'image/png');
    if (beside.image && !clipboardData?.getData('text/plain')) box.value = texts.get('clipboard.form.png');
  });
  box.addEventListener('input', (event) => {
    // Whoever writes on means the words, not what came with them.
    if (/** @type {InputEvent} */ (event).inputType !== 'insertFromPaste') Object.assign(beside, { html: undefined, image: undefined });
  });
  const hint = make('p', { text: texts.get('clipboard.paste') });
  const answer = await open(root, texts, texts.get('clipboard.send'), [hint, box], go);
  if (answer !== 'yes') return undefined;
  const { html, image } = beside;
  if (image) return { png: new Uint8Array(await image.arrayBuffer()) };
  return { text: box.value, html };
}

/**
 * @param {HTMLElement} root @param {import('./texts.js').Texts} texts @param {string} title
 * @param {HTMLElement[]} body @param {HTMLButtonElement} go
 * @returns {Promise<string>} the value of the button that closed it
 */
function open(root, texts, title, body, go) {
  const cancel = make('button', { class: 'beistand-button', text: texts.get('cancel'), attributes: { value: '' } });
  const row = make('div', { class: 'beistand-buttons' }, cancel, go);
  const form = make('form', { attributes: { method: 'dialog' } }, make('h2', { text: title }), ...body, row);
  const dialog = make('dialog', { class: 'beistand-dialog' }, form);
  root.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}
