// A heat map of one number over two keys.

import { cellText, grouped, shortened, textWidth, threeDigits, words } from './format.js';
import { axisName, frame, helpOf } from './frame.js';
import { columnAt, gatheredText, partsOf } from './parse.js';
import { cividis, css, extent, inkOn, nth } from './scale.js';
import { filtered, MOST } from './suggest.js';
import { label, svg } from './dom.js';

/** @typedef {import('./parse.js').Table} Table */
/** @typedef {import('./suggest.js').Spec} Spec */
/** @typedef {import('./format.js').Cell} Cell */
/** @typedef {{value: number, text: string}} Patch */

/**
 * The cells of a heat map: at most so many rows and columns, those with the largest numbers. Numbers order
 * themselves; names stay in the order of the table.
 * @param {Spec} spec
 * @param {Table} table
 */
export function patchesOf(spec, table) {
  const rows = filtered(table, table.rows, spec.where);
  const [x, down] = [columnAt(table, spec.x), columnAt(table, spec.series)];
  const parts = partsOf(table, spec.y);
  /** @type {Map<string, Patch>} */
  const patches = new Map();
  /** @type {[Map<Cell, number>, Map<Cell, number>]} */
  const sizes = [new Map(), new Map()];
  for (const row of rows) {
    const value = row[parts.mean];
    if (typeof value !== 'number') continue;
    const key = JSON.stringify([row[down], row[x]]);
    if (!patches.has(key)) patches.set(key, { value, text: gatheredText(row, parts) });
    const grow = (/** @type {Map<Cell, number>} */ size, /** @type {Cell} */ name) => size.set(name, Math.max(size.get(name) ?? 0, Math.abs(value)));
    grow(sizes[0], row[down] ?? null);
    grow(sizes[1], row[x] ?? null);
  }
  const names = (/** @type {Map<Cell, number>} */ size, /** @type {number} */ most) => {
    const all = [...size.keys()];
    if (all.every((name) => typeof name === 'number')) return all.sort((a, b) => Number(a) - Number(b)).slice(0, most);
    const kept = new Set([...all].sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0)).slice(0, most));
    return all.filter((name) => kept.has(name));
  };
  return { patches, down: names(sizes[0], MOST.down), across: names(sizes[1], MOST.across), totals: { down: sizes[0].size, across: sizes[1].size } };
}

/**
 * @param {Spec} spec
 * @param {Table} table
 * @param {number} width
 * @returns {SVGElement}
 */
export function drawHeatmap(spec, table, width) {
  const { patches, down, across, totals } = patchesOf(spec, table);
  const say = (/** @type {import('./format.js').Cell} */ name) => words(typeof name === 'number' ? threeDigits(name) : cellText(name)) || 'none';
  const shown = [...patches].filter(([key]) => {
    const [d, a] = JSON.parse(key);
    return down.includes(d) && across.includes(a);
  }).map(([, patch]) => patch.value);
  const range = extent(shown) ?? [0, 1];
  const low = range[0] > 0 && range[0] < 0.5 * range[1] ? 0 : range[0];
  const cut = Math.max(12, Math.floor(width / 22));
  const logs = skewed(shown);
  const share = logs ? (/** @type {number} */ v) => (v <= logs[0] ? 0 : Math.log(v / logs[0]) / Math.log(logs[1] / logs[0]))
    : (/** @type {number} */ v) => (v - low) / (range[1] - low || 1);
  const left = Math.ceil(Math.max(...down.map((name) => textWidth(shortened(say(name), cut))), textWidth(words(spec.series ?? '') + ' \u2193')) + 12);
  const heads = across.map((name) => shortened(say(name), 22));
  const cellFor = (/** @type {number} */ room) => Math.max(14, Math.min(92, (width - left - room) / Math.max(1, across.length)));
  const steep = heads.some((head) => textWidth(head) > cellFor(4) - 6);
  // Steep names lean out over the right edge.
  const cell = cellFor(steep ? 4 + 0.72 * textWidth(nth(heads, -1)) : 4);
  const tall = cell < 24 ? 20 : 25;
  const over = steep ? Math.max(...heads.map((head) => textWidth(head))) * 0.72 + 16 : 20;
  const inside = [...patches.values()].every((patch) => textWidth(grouped(patch.value), 11.5) < cell - 5);
  const notes = [
    logs ? 'Colours by equal factors, not equal steps.' : '',
    down.length < totals.down ? `${down.length} of ${totals.down} largest by ${words(spec.series ?? '')}.` : '',
    across.length < totals.across ? `${across.length} of ${totals.across} largest by ${words(spec.x)}.` : '',
  ];
  const best = [...patches].sort((a, b) => b[1].value - a[1].value)[0];
  const sentence = `Heat map. ${spec.title}. ${down.length} rows, ${across.length} columns, from ${threeDigits(range[0])} to ${threeDigits(range[1])}`
    + (best ? `, largest at ${JSON.parse(best[0]).map(say).join(', ')}.` : '.');
  const rows = filtered(table, table.rows, spec.where);
  return frame({ spec, width, help: helpOf(spec, table), sentence, legend: [], notes }, (top) => {
    const [y, parts] = ramp(axisName(spec, table, rows), logs ? logs[0] : low, range[1], top, width);
    const first = y + over;
    parts.push(label(left - 10, first - 6, words(spec.series ?? '') + ' \u2193', { 'text-anchor': 'end', fill: 'var(--chart-soft)' }));
    heads.forEach((head, i) => {
      const x = left + cell * (i + 0.5);
      parts.push(steep ? label(x, first - 6, head, { transform: `rotate(-46 ${x.toFixed(1)} ${first - 6})` }, say(nth(across, i)))
        : label(x, first - 6, head, { 'text-anchor': 'middle' }, say(nth(across, i))));
    });
    down.forEach((name, j) => {
      const row = first + j * tall;
      parts.push(label(left - 10, row + tall / 2 + 4, shortened(say(name), cut), { 'text-anchor': 'end' }, say(name)));
      across.forEach((column, i) => {
        const patch = patches.get(JSON.stringify([name, column]));
        const x = left + i * cell;
        if (!patch) {
          parts.push(svg('rect', { x, y: row, width: cell - 1, height: tall - 1, fill: 'none', stroke: 'var(--chart-grid)', 'stroke-width': 1 }));
          return;
        }
        const colour = cividis(share(patch.value));
        parts.push(svg('rect', { x, y: row, width: cell - 1, height: tall - 1, fill: css(colour) }, svg('title', {}, `${say(name)}, ${say(column)}: ${patch.text}`)));
        if (inside) parts.push(label(x + cell / 2, row + tall / 2 + 4, grouped(patch.value), { 'text-anchor': 'middle', 'font-size': 11.5, fill: inkOn(colour), 'pointer-events': 'none' }));
      });
    });
    const bottom = first + down.length * tall;
    parts.push(label(left + (cell * across.length) / 2, bottom + 18, words(spec.x) + unitOf(table, spec.x), { 'text-anchor': 'middle', fill: 'var(--chart-soft)' }));
    return { height: bottom - top + 28, parts };
  });
}

/**
 * The ends of a scale by factors, where a few numbers dwarf the rest; otherwise nothing.
 * @param {number[]} values
 * @returns {[number, number]|null}
 */
export function skewed(values) {
  const above = values.filter((value) => value > 0).sort((a, b) => a - b);
  if (above.length < 8 || values.some((value) => value < 0)) return null;
  const [middle, most] = [nth(above, Math.floor(above.length / 2)), nth(above, -1)];
  return most > 25 * middle ? [Math.max(nth(above, 0), most / 1e5), most] : null;
}

/** @param {Table} table @param {string} name */
function unitOf(table, name) {
  const unit = table.columns[columnAt(table, name)]?.unit;
  return unit ? ` (${unit})` : '';
}

/** The key of colours, at the right above the map. @param {string} name @param {number} low @param {number} high @param {number} top @param {number} width
 * @returns {[number, Node[]]} */
function ramp(name, low, high, top, width) {
  const wide = Math.min(180, width / 3);
  const [from, to] = [grouped(low), grouped(high)];
  const x = textWidth(name) + 16 + textWidth(from);
  /** @type {Node[]} */
  const parts = [label(0, top + 11, name, { fill: 'var(--chart-soft)' })];
  parts.push(label(x - 6, top + 11, from, { 'text-anchor': 'end' }));
  for (let i = 0; i < 30; ++i)
    parts.push(svg('rect', { x: x + (i * wide) / 30, y: top + 1, width: wide / 30 + 0.5, height: 12, fill: css(cividis(i / 29)) }));
  parts.push(label(x + wide + 6, top + 11, to));
  return [top + 22, parts];
}
