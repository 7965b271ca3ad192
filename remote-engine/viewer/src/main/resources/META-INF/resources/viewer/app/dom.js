/**
 * What an element gets when it is made. Text is always text: there is no way from here to markup.
 * @typedef {object} Traits
 * @property {string} [class]
 * @property {string} [text]
 * @property {Record<string, string>} [attributes]
 * @property {Record<string, (event: any) => void>} [on] listeners by event name
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Traits} traits
 * @param {...Node} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, traits = {}, ...children) {
  const element = document.createElement(tag);
  if (traits.class) element.className = traits.class;
  if (traits.text !== undefined) element.textContent = traits.text;
  for (const [name, value] of Object.entries(traits.attributes ?? {})) element.setAttribute(name, value);
  for (const [name, listener] of Object.entries(traits.on ?? {})) element.addEventListener(name, listener);
  element.append(...children);
  return element;
}

/**
 * Changes text only when it is another: a screen reader would say it again.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {HTMLElement} element @param {boolean} shown */
export function show(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

/** @param {Element} element @param {string} name @param {string} value */
export function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
