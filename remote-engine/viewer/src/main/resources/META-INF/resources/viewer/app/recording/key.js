/**
 * Makes a company's recording key, in this browser. The helpdesk's page has `<div id="recording-key" data-keys-url
 * data-csrf-header data-csrf-token data-language>`, a link to recording.css and this module. What goes to the helpdesk is
 * the public key, and the secret one locked with a passphrase that stays here.
 */
import { toBase64 } from '../../core/recording/base64.js';
import { makeKey } from '../../core/recording/keys.js';
import { make, setAttribute, setText } from '../dom.js';
import { loadTexts } from '../texts.js';

/** Characters. */
const SHORTEST = 12;

/** The form. One per page. */
class KeyForm {
  element;
  #texts;
  #address;
  #headers;
  #passphrase;
  #repeat;
  #go;
  #said = make('p', { class: 'beistand-wrong', attributes: { role: 'alert', id: 'recording-key-wrong' } });
  #status = make('p', { class: 'beistand-quiet', attributes: { role: 'status' } });

  /** @param {import('../texts.js').Texts} texts @param {string} address @param {Record<string, string>} headers */
  constructor(texts, address, headers) {
    this.#texts = texts;
    this.#address = address;
    this.#headers = headers;
    this.#passphrase = this.#field('passphrase');
    this.#repeat = this.#field('repeat');
    const name = make('input', { attributes: { type: 'text', name: 'username', autocomplete: 'username', value: texts.get('recording'), hidden: '' } });
    const shown = make('input', { attributes: { type: 'checkbox', name: 'show' } });
    shown.addEventListener('change', () => this.#show(shown.checked));
    const toggle = make('label', { class: 'beistand-check' }, shown, make('span', { text: texts.get('recording.key.show') }));
    const attributes = { type: 'submit', 'data-action': 'make-key' };
    this.#go = make('button', { class: 'beistand-button beistand-primary', text: texts.get('recording.key.make'), attributes });
    const hint = make('p', { class: 'beistand-quiet', text: texts.get('recording.key.hint'), attributes: { id: 'recording-key-hint' } });
    const warning = make('p', { class: 'beistand-warning', text: texts.get('recording.key.warning') });
    const fields = [name, ...this.#labelled(this.#passphrase, 'passphrase'), hint, ...this.#labelled(this.#repeat, 'repeat'), toggle];
    const on = {
      submit: (/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        void this.#submit();
      },
    };
    this.element = make('form', { attributes: { novalidate: '' }, on }, ...fields, warning, this.#said, this.#go, this.#status);
  }

  async #submit() {
    const passphrase = this.#passphrase.value;
    // Counted as people count.
    if ([...passphrase.normalize('NFC')].length < SHORTEST) return this.#refuse('recording.key.short', this.#passphrase);
    if (passphrase !== this.#repeat.value) return this.#refuse('recording.key.differs', this.#repeat);
    this.#busy(true);
    const wrong = await this.#make(passphrase);
    if (!wrong) return location.reload();
    this.#busy(false);
    this.#refuse(wrong, this.#passphrase);
  }

  /** @param {string} passphrase @returns {Promise<string | undefined>} key of the text that says what went wrong */
  async #make(passphrase) {
    let key;
    try {
      key = await makeKey(passphrase);
    } catch (cause) {
      console.warn('beistand: no key', cause);
      return 'recording.unsupported';
    }
    const { publicKey, iterations, salt, nonce, sealedSecret } = key;
    const sealed = { salt: toBase64(salt), nonce: toBase64(nonce), sealedSecret: toBase64(sealedSecret) };
    const body = JSON.stringify({ publicKey: toBase64(publicKey), iterations, ...sealed });
    const headers = { 'Content-Type': 'application/json', ...this.#headers };
    try {
      const answer = await fetch(this.#address, { method: 'POST', headers, body, credentials: 'same-origin', redirect: 'manual' });
      if (answer.ok) return undefined;
      const refused = answer.status === 401 || answer.status === 403 || answer.type === 'opaqueredirect';
      return refused ? 'recording.key.refused' : 'recording.key.failed';
    } catch (cause) {
      console.warn('beistand: the key was not saved', cause);
      return 'recording.key.failed';
    }
  }

  /** @param {boolean} busy */
  #busy(busy) {
    this.#go.disabled = busy;
    for (const field of [this.#passphrase, this.#repeat]) {
      field.readOnly = busy;
      field.removeAttribute('aria-invalid');
    }
    setText(this.#said, '');
    setText(this.#status, busy ? this.#texts.get('recording.key.making') : '');
  }

  /** @param {string} key @param {HTMLInputElement} field */
  #refuse(key, field) {
    for (const each of [this.#passphrase, this.#repeat]) setAttribute(each, 'aria-invalid', String(each === field));
    setText(this.#said, this.#texts.get(key));
    field.focus();
  }

  /** @param {boolean} shown */
  #show(shown) {
    for (const field of [this.#passphrase, this.#repeat]) field.type = shown ? 'text' : 'password';
  }

  /** @param {string} name */
  #field(name) {
    const attributes = { type: 'password', name, id: `recording-key-${name}`, autocomplete: 'new-password', spellcheck: 'false' };
    return make('input', { attributes: { ...attributes, 'aria-describedby': 'recording-key-hint recording-key-wrong' } });
  }

  /** @param {HTMLInputElement} field @param {string} name */
  #labelled(field, name) {
    return [make('label', { text: this.#texts.get(`recording.key.${name}`), attributes: { for: field.id } }), field];
  }
}

const root = document.getElementById('recording-key');
if (root) {
  const { keysUrl, csrfHeader, csrfToken, language } = root.dataset;
  if (!keysUrl) throw new Error('data-keys-url is missing');
  const texts = await loadTexts(language || document.documentElement.lang || navigator.language);
  root.classList.add('beistand-recording-key');
  root.lang = texts.language;
  root.append(new KeyForm(texts, keysUrl, csrfHeader && csrfToken ? { [csrfHeader]: csrfToken } : {}).element);
}
