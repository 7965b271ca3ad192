/**
 * What this page is told by the helpdesk's markup, all of it as data attributes of its element.
 * @typedef {object} Settings
 * @property {string} admissionUrl
 * @property {string} endUrl
 * @property {string} sessionUrl empty: there is no helpdesk to ask for colleagues
 * @property {string} ticketUrl empty: there is no page to go back to
 * @property {string} language
 * @property {Record<string, string>} headers the CSRF token's
 */

/** @param {HTMLElement} root @returns {Settings} @throws {Error} naming what is missing */
export function settingsOf(root) {
  const { admissionUrl, endUrl, sessionUrl, ticketUrl, language, csrfHeader, csrfToken } = root.dataset;
  if (!admissionUrl) throw new Error('data-admission-url is missing');
  if (!endUrl) throw new Error('data-end-url is missing');
  return {
    admissionUrl,
    endUrl,
    sessionUrl: sessionUrl ?? '',
    ticketUrl: ticketUrl ?? '',
    language: language || document.documentElement.lang || navigator.language,
    headers: csrfHeader && csrfToken ? { [csrfHeader]: csrfToken } : {},
  };
}

/** @param {Settings} settings @returns {Promise<boolean>} whether the helpdesk ends the session */
export async function endSession({ endUrl, headers }) {
  try {
    const response = await fetch(endUrl, { method: 'POST', headers, credentials: 'same-origin', redirect: 'manual' });
    // 410: somebody else was quicker, which is what was wanted.
    return response.ok || response.status === 410;
  } catch (cause) {
    console.warn('beistand: ending the session failed', cause);
    return false;
  }
}
