// Scales, ticks and colours of numbers. Pure functions.

/**
 * The thing at a place that is known to be there.
 * @template T
 * @param {readonly T[]} list
 * @param {number} at from the end where it is below nothing
 * @returns {T}
 */
export function nth(list, at) {
  return /** @type {T} */ (list[at < 0 ? list.length + at : at]);
}

/**
 * Round numbers that cover `low` to `high`, about `count` of them; both ends lie within the first and the last.
 * @param {number} low
 * @param {number} high
 * @param {number} [count]
 * @param {boolean} [whole] only whole numbers, as for years
 * @returns {number[]}
 */
export function ticks(low, high, count = 5, whole = false) {
  if (!(high > low)) high = low + (Math.abs(low) || 1);
  const raw = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  let step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= raw * 0.999) ?? power * 10;
  if (whole) step = Math.max(1, Math.round(step));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const out = [];
  // Times and not sums, so that 0.3 does not come out as 0.30000000000000004.
  for (let i = first; i <= last; ++i) out.push(Number((i * step).toPrecision(12)));
  return out;
}

/**
 * A straight scale from numbers to pixels.
 * @param {number} low
 * @param {number} high
 * @param {number} from
 * @param {number} to
 * @returns {(value: number) => number}
 */
export function linear(low, high, from, to) {
  const span = high - low || 1;
  return (value) => from + ((value - low) / span) * (to - from);
}

/**
 * The same from pairs. @param {[number, number]} from @param {[number, number]} to
 */
export function scale(from, to) {
  return linear(from[0], from[1], to[0], to[1]);
}

/**
 * Round ends that hold all values.
 * @param {readonly number[]} values
 * @param {boolean} [zero] whether 0 belongs to them
 * @returns {[number, number]}
 */
export function nice(values, zero = false) {
  const range = extent(zero ? [0, ...values] : [...values]) ?? [0, 1];
  const at = ticks(range[0], range[1]);
  return [nth(at, 0), nth(at, -1)];
}

/**
 * The least and the greatest of the numbers in a list; nothing else in it counts.
 * @param {Array<number|null|undefined>} values
 * @returns {[number, number]|null}
 */
export function extent(values) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (typeof value !== 'number' || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : null;
}

// Cividis: even steps of lightness, told apart also by those who do not see red and green.
/** @type {Array<[number, number, number]>} */
const CIVIDIS = [
  [0, 32, 77], [0, 51, 111], [57, 72, 107], [87, 92, 109], [112, 113, 115],
  [138, 135, 121], [166, 157, 117], [196, 181, 108], [228, 207, 91], [255, 234, 70],
];

/**
 * A colour of the ramp.
 * @param {number} share in [0, 1]; beyond it the ends
 * @returns {[number, number, number]}
 */
export function cividis(share) {
  const at = Math.min(1, Math.max(0, share)) * (CIVIDIS.length - 1);
  const i = Math.min(CIVIDIS.length - 2, Math.floor(at));
  const [from, to] = [nth(CIVIDIS, i), nth(CIVIDIS, i + 1)];
  const mix = (/** @type {0|1|2} */ k) => Math.round(from[k] + (to[k] - from[k]) * (at - i));
  return [mix(0), mix(1), mix(2)];
}

/**
 * Relative luminance of a colour, as the guidelines for accessible pages define it.
 * @param {[number, number, number]} rgb
 * @returns {number}
 */
export function luminance(rgb) {
  const light = (/** @type {number} */ byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * light(rgb[0]) + 0.7152 * light(rgb[1]) + 0.0722 * light(rgb[2]);
}

/**
 * Black or white, whichever reads better on a colour. One of them always has 4.5:1.
 * @param {[number, number, number]} rgb
 * @returns {string}
 */
export function inkOn(rgb) {
  const light = luminance(rgb) + 0.05;
  return 1.05 / light >= light / 0.05 ? '#fff' : '#000';
}

/** @param {[number, number, number]} rgb */
export function css(rgb) {
  return `rgb(${rgb.join(', ')})`;
}
