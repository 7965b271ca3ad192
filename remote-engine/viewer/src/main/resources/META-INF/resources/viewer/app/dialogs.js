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
