/**
 * Full screen for the whole workspace, and with it, where the browser has it, the keys that it otherwise keeps (Alt+Tab,
 * Escape by a long press, the system key).
 * @param {HTMLElement} root
 */
export async function toggleFullscreen(root) {
  if (document.fullscreenElement) {
    await document.exitFullscreen();
    return;
  }
  await root.requestFullscreen();
  const { keyboard } = /** @type {{keyboard?: {lock: () => Promise<void>}}} */ (/** @type {unknown} */ (navigator));
  await keyboard?.lock();
}
