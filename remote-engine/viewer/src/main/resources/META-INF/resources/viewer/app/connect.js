/**
 * The session, begun as soon as its own modules are there: it finds the applet, agrees on keys and gets the first picture
 * while the rest of the page is still being read and built, and whoever comes later hears how things are (see Latest).
 */
import { ViewerSession } from '../core/session.js';
import { make } from './dom.js';
import { begin, follow } from './early.js';

/** @typedef {ReturnType<typeof start>} Connected */

/** @type {WeakMap<HTMLElement, Connected>} */
const begun = new WeakMap();

/** @param {HTMLElement} root the page's workspace @returns {Connected} its session, the same for every call */
export function connect(root) {
  const connected = begun.get(root) ?? start(root);
  begun.set(root, connected);
  return connected;
}

/** @param {HTMLElement} root */
function start(root) {
  const { settings, texts, decoder, admit } = begin(root);
  const canvas = make('canvas', { attributes: { id: 'screen', width: '1', height: '1', tabindex: '-1' } });
  const session = new ViewerSession({ admit, canvas, decoder });
  void session.start();
  return { settings, texts, canvas, session };
}

const root = document.getElementById('workspace');
if (root) connect(root);
follow('rest');
