/**
 * What the page waits for longest, begun while the rest of it is still being built: the grant and the texts from the
 * helpdesk, and the worker that decodes pictures.
 */
import { fetchAdmission } from '../core/admission.js';
import { workerDecoder } from '../core/picture/decoders.js';
import { settingsOf } from './settings.js';
import { loadTexts } from './texts.js';

/** @typedef {ReturnType<typeof start>} Early */

/** @type {WeakMap<HTMLElement, Early>} */
const begun = new WeakMap();

/** @param {HTMLElement} root the page's workspace @returns {Early} what was begun for it, once */
export function begin(root) {
  const early = begun.get(root) ?? start(root);
  begun.set(root, early);
  return early;
}

/** @param {HTMLElement} root */
function start(root) {
  const settings = settingsOf(root);
  const fetchGrant = (/** @type {string | undefined} */ lost) =>
    fetchAdmission(settings.admissionUrl, settings.headers, lost);
  /** A grant is good for one connection. @type {Promise<import('../core/admission.js').Admission> | null} */
  let first = fetchGrant(undefined);
  // Reported to whoever asks for it.
  first.catch(() => undefined);
  return {
    settings,
    texts: loadTexts(settings.language),
    decoder: workerDecoder(),
    /** @param {string | undefined} lost see fetchAdmission @returns {Promise<import('../core/admission.js').Admission>} */
    admit: (lost) => {
      const grant = first ?? fetchGrant(lost);
      first = null;
      return grant;
    },
  };
}

/**
 * Puts more modules into the page, where it has a template with them. A browser reads together what it is told of
 * together, and what begins early would have to wait for all the others.
 * @param {string} id the template's
 */
export function follow(id) {
  const template = document.getElementById(id);
  if (template instanceof HTMLTemplateElement) document.head.append(template.content);
}

/** Once the page's markup is all there: this module may come before it. Who imports it begins after that. */
async function parsed() {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

if (!document.getElementById('workspace')) await parsed();
const root = document.getElementById('workspace');
if (root) begin(root);
await parsed();
follow('second');
