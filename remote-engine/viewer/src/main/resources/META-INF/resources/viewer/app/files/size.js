const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** @param {number} bytes @param {string} language @returns {string} as people say it, e.g. "1.5 MB" */
export function sizeOf(bytes, language) {
  let [value, power] = [bytes, 0];
  while (value >= 999.5 && power < UNITS.length - 1) {
    value /= 1000;
    power++;
  }
  const key = `${language} ${power}`;
  const style = { style: /** @type {const} */ ('unit'), unit: UNITS[power], maximumFractionDigits: value < 10 ? 1 : 0 };
  const rounded = `${key} ${style.maximumFractionDigits}`;
  const format = formats.get(rounded) ?? new Intl.NumberFormat(language, style);
  formats.set(rounded, format);
  return format.format(value);
}
