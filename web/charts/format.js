// Numbers and names for people. Pure functions; every other file may use them.

/** @typedef {null|boolean|number|string} Cell */

/**
 * At most three significant digits, whole numbers whole: as the tables of the command line show them.
 * @param {number} value
 * @returns {string}
 */
export function threeDigits(value) {
  const size = Math.abs(value);
  if (size < 1e-12) return '0';
  if (size < 0.0095) return plainExponent(Number(value.toPrecision(2)));
  const text = value.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** @param {number} value */
function plainExponent(value) {
  return String(value).replace(/e([+-])(\d)$/, 'e$10$2');
}

/**
 * The same with a thin gap between thousands, for axes and labels. Never for years.
 * @param {number} value
 * @returns {string}
 */
export function grouped(value) {
  const text = threeDigits(value);
  if (Math.abs(value) < 10000) return text;
  return text.replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/**
 * A cell as text: yes or no, three digits, a dash for nothing.
 * @param {Cell|undefined} value
 * @returns {string}
 */
export function cellText(value) {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return Number.isFinite(value) ? threeDigits(value) : '-';
  return String(value);
}

/**
 * A name of a column, a table or a thing as words: `p_covered` becomes `p covered`.
 * @param {string} name
 * @returns {string}
 */
export function words(name) {
  return String(name).replace(/_/g, ' ').replace(/\+/g, ' + ').trim();
}

/**
 * The same with a capital letter.
 * @param {string} name
 * @returns {string}
 */
export function title(name) {
  const text = words(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A text cut to a number of characters, with an ellipsis where something is missing.
 * @param {string} text
 * @param {number} most
 * @returns {string}
 */
export function shortened(text, most) {
  const all = [...String(text)];
  return all.length <= most ? all.join('') : all.slice(0, Math.max(1, most - 1)).join('').trimEnd() + '\u2026';
}

/**
 * How wide a text is, in pixels, near enough to leave room for it. No page is needed to ask.
 * @param {string} text
 * @param {number} [size] of the font in pixels
 * @returns {number}
 */
export function textWidth(text, size = 12) {
  let ems = 0;
  for (const c of String(text)) {
    ems += /[iljt.,:;'|!()[\]\u202f ]/.test(c) ? 0.36 : /[mwMW%@]/.test(c) ? 0.95 : /[A-Z]/.test(c) ? 0.72 : 0.6;
  }
  return ems * size;
}

/**
 * A column with its unit, for a heading or an axis: `gap (%)`.
 * @param {{name: string, unit: string}} column
 * @returns {string}
 */
export function withUnit(column) {
  return words(column.name) + (column.unit ? ` (${column.unit})` : '');
}
