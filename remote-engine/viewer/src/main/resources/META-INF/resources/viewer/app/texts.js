/** The languages that are complete. */
const LANGUAGES = ['de', 'en'];

/** Every text a person sees here, by key, in one language. */
export class Texts {
  #bundle;

  /** @param {string} language @param {Readonly<Record<string, string>>} bundle */
  constructor(language, bundle) {
    this.language = language;
    this.#bundle = bundle;
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} values for the places in braces
   * @returns {string}
   */
  get(key, values = {}) {
    const text = this.#bundle[key];
    if (text === undefined) throw new RangeError(`no text for ${key}`);
    return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
  }

  /** @param {string} key */
  has(key) {
    return key in this.#bundle;
  }

  /** A text whose key came over the wire. @param {string} key @param {string} otherwise key of what to say instead */
  getOr(key, otherwise) {
    return this.get(this.has(key) ? key : otherwise);
  }
}

/** @param {string} wanted a language tag, such as "de-AT" @returns {Promise<Texts>} English when we do not have it */
export async function loadTexts(wanted) {
  const short = wanted.slice(0, 2).toLowerCase();
  const language = LANGUAGES.includes(short) ? short : 'en';
  const response = await fetch(new URL(`./texts/${language}.json`, import.meta.url));
  if (!response.ok) throw new Error(`texts/${language}.json: ${response.status}`);
  return new Texts(language, await response.json());
}
