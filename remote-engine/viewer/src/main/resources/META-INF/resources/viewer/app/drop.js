/**
 * Puts a menu under its button: it floats above the page and knows nothing of it.
 * @param {HTMLElement} menu
 * @param {HTMLElement} button
 */
export function placeUnder(menu, button) {
  const { left, bottom } = button.getBoundingClientRect();
  menu.style.top = `${bottom + 4}px`;
  menu.style.left = `${Math.max(4, Math.min(left, document.documentElement.clientWidth - 280))}px`;
}
