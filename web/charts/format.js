// @ts-check
/** @typedef {import('./parse.js').Cell} Cell */

/**
 * Three significant digits, whole numbers whole.
 * @param {number} value
 */
export function three(value) {
  if (!Number.isFinite(value)) return '-';
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value === 0 ? 0 : value);
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-3) return value.toExponential(2).replace('e+', 'e');
  return String(Number(value.toPrecision(3)));
}

/** @param {Cell | undefined} cell */
export function plain(cell) {
  if (cell === null || cell === undefined || cell === '') return '-';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'number' ? three(cell) : cell;
}

/** @param {Cell | undefined} cell */
export const exact = (cell) => (cell === null || cell === undefined ? '' : String(cell));

/**
 * Round steps that cover a range: at most about `many`.
 * @param {number} low @param {number} high @param {number} [many]
 * @returns {number[]}
 */
export function ticks(low, high, many = 6) {
  if (!(high > low)) return [low];
  const rough = (high - low) / many;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/**
 * A range whose ends are round and that holds all values.
 * @param {readonly number[]} values @param {boolean} [zero] Whether 0 belongs to it.
 * @returns {[number, number]}
 */
export function nice(values, zero = false) {
  let low = zero ? 0 : Infinity;
  let high = zero ? 0 : -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!Number.isFinite(low)) return [0, 1];
  if (low === high) return low === 0 ? [0, 1] : low > 0 ? [0, low * 1.1] : [low * 1.1, 0];
  const marks = ticks(low, high);
  const step = (marks[1] ?? high) - (marks[0] ?? low) || high - low;
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}

/**
 * @param {[number, number]} from @param {[number, number]} to
 * @returns {(value: number) => number}
 */
export const scale = (from, to) => (value) => to[0] + ((value - from[0]) / (from[1] - from[0] || 1)) * (to[1] - to[0]);

/**
 * Cividis, for whom colours look alike and for print: blue to yellow, even in lightness. `at` in [0, 1].
 * Colours: Nuñez, Anderton and Renslow (2018), PLOS ONE 13(7); coefficients of the fit by d3-scale-chromatic.
 * @param {number} at
 */
export function cividis(at) {
  const t = Math.max(0, Math.min(1, at));
  const r = -4.54 - t * (35.34 - t * (2381.73 - t * (6402.7 - t * (7024.72 - t * 2710.57))));
  const g = 32.49 + t * (170.73 + t * (52.82 - t * (131.46 - t * (176.58 - t * 67.37))));
  const b = 81.24 + t * (442.36 - t * (2482.43 - t * (6167.24 - t * (6614.94 - t * 2475.67))));
  const byte = (/** @type {number} */ x) => Math.round(Math.max(0, Math.min(255, x)));
  return { css: `rgb(${byte(r)} ${byte(g)} ${byte(b)})`, dark: 0.2126 * r + 0.7152 * g + 0.0722 * b < 128 };
}
