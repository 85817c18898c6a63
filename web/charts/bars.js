// Bars that lie on their side, so that names can be read; with whiskers, bands and ranges.

import { grouped, shortened, textWidth, threeDigits, words, cellText } from './format.js';
import { across, axisName, frame, helpOf, ink, meaning } from './frame.js';
import { columnAt, gatheredText, partsOf } from './parse.js';
import { extent, linear, nth, ticks } from './scale.js';
import { filtered, MOST } from './suggest.js';
import { label, svg } from './dom.js';

/** @typedef {import('./parse.js').Table} Table */
/** @typedef {import('./suggest.js').Spec} Spec */
/** @typedef {import('./format.js').Cell} Cell */
/**
 * @typedef {{name: string, group: string, mean: number, lo: number|null, hi: number|null, p05: number|null,
 *   p95: number|null, from: number, to: number, text: string}} Bar
 */

/** @param {Cell|undefined} value */
const known = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/**
 * One bar. @param {Table} table @param {Cell[]} row @param {string} y @param {string} name @param {string} group
 * @param {[string, string]} [span]
 * @returns {Bar|null}
 */
function barOf(table, row, y, name, group, span) {
  const parts = partsOf(table, y);
  const mean = known(row[parts.mean]);
  if (mean === null) return null;
  const from = span ? known(row[columnAt(table, span[0])]) : 0;
  const to = span ? known(row[columnAt(table, span[1])]) : mean;
  if (from === null || to === null) return null;
  const of = (/** @type {number} */ at) => (at < 0 || span ? null : known(row[at]));
  return { name, group, mean, lo: of(parts.lo), hi: of(parts.hi), p05: of(parts.p05), p95: of(parts.p95), from, to, text: gatheredText(row, parts) };
}

/**
 * The bars of a chart in the order they are drawn, the longest first unless the table has an order.
 * @param {Spec} spec
 * @param {Table} table
 * @returns {{bars: Bar[], total: number, groups: string[]}}
 */
export function barsOf(spec, table) {
  const rows = filtered(table, table.rows, spec.where);
  /** @type {Bar[]} */
  let bars = [];
  if (spec.ys) {
    for (const y of spec.ys) {
      const bar = barOf(table, nth(rows, 0), y, words(y), '');
      if (bar) bars.push(bar);
    }
    return { bars, total: bars.length, groups: [] };
  }
  const names = [...(spec.label ?? []), spec.x].map((name) => columnAt(table, name));
  const series = columnAt(table, spec.series);
  for (const row of rows) {
    const name = names.map((at) => words(cellText(row[at]))).filter((text) => text && text !== '-').join(' \u00b7 ') || 'none';
    const bar = barOf(table, row, spec.y, name, series < 0 ? '' : words(cellText(row[series])), spec.span);
    if (bar && !(spec.span && bar.from === bar.to)) bars.push(bar);
  }
  const total = bars.length;
  const groups = series < 0 ? [] : [...new Set(bars.map((bar) => bar.group))];
  const size = (/** @type {Bar} */ bar) => (spec.span ? Math.abs(bar.to - bar.from) : Math.abs(bar.mean));
  if (groups.length > 0) {
    const order = [...new Set(bars.map((bar) => bar.name))];
    bars = order.flatMap((name) => bars.filter((bar) => bar.name === name)).slice(0, MOST.bars);
  } else if (!spec.ordered) {
    bars = bars.sort((a, b) => size(b) - size(a)).slice(0, MOST.bars);
    if (!spec.span) bars.sort((a, b) => b.mean - a.mean);
  } else {
    bars = bars.slice(0, MOST.bars);
  }
  return { bars, total, groups };
}

/**
 * A name that fits: of several parts the first is cut, for the last tells most.
 * @param {string} name
 * @param {number} most
 */
export function shortName(name, most) {
  const at = name.lastIndexOf(' \u00b7 ');
  const tail = at < 0 ? '' : name.slice(at);
  if (tail === '' || name.length <= most || tail.length > most - 8) return shortened(name, most);
  return shortened(name.slice(0, at), most - tail.length) + tail;
}

/**
 * The chart in one sentence, for those who cannot see it.
 * @param {Spec} spec
 * @param {Bar[]} bars
 */
function barSentence(spec, bars) {
  if (bars.length === 0) return `${spec.title}: nothing to show.`;
  const by = [...bars].sort((a, b) => b.mean - a.mean);
  const say = (/** @type {Bar} */ bar) => `${[bar.name, bar.group].filter((t) => t).join(', ')} ${threeDigits(bar.mean)}`;
  return `Bar chart. ${spec.title}. ${bars.length} bars, from ${say(nth(by, 0))} to ${say(nth(by, -1))}.`;
}

/**
 * @param {Spec} spec
 * @param {Table} table
 * @param {number} width
 * @returns {SVGElement}
 */
export function drawBars(spec, table, width) {
  const { bars, total, groups } = barsOf(spec, table);
  const spread = bars.some((bar) => bar.p05 !== null && bar.p95 !== bar.p05);
  const interval = bars.some((bar) => bar.lo !== null && bar.hi !== bar.lo);
  const range = extent(bars.flatMap((bar) => [bar.from, bar.to, bar.lo, bar.hi, bar.p05, bar.p95])) ?? [0, 1];
  const cut = Math.max(12, Math.min(44, Math.floor(width / 15)));
  const shown = bars.map((bar) => shortName(bar.name, cut));
  const left = Math.ceil(Math.max(...shown.map((name) => textWidth(name)), 20) + 12);
  const right = Math.ceil(Math.max(...bars.map((bar) => textWidth(grouped(bar.mean))), 20) + 14);
  const at = ticks(range[0], range[1], Math.max(2, Math.min(6, Math.floor((width - left - right) / 90))));
  const scale = linear(nth(at, 0), nth(at, -1), left, width - right - 10);
  const step = groups.length > 0 ? 17 : 23;
  const rows = filtered(table, table.rows, spec.where);
  const heads = bars.map((bar, i) => groups.length === 0 || i === 0 || nth(bars, i - 1).name !== bar.name);
  const notes = [
    bars.length < total ? `${bars.length} of ${total} ${groups.length || spec.ordered ? 'first' : 'largest'}.` : '',
    meaning(interval, spread, 'bars'),
    spec.span ? 'At the right: by how much the answer changes from the low end of an assumption to its high end; orange where it falls.' : '',
  ];
  const legend = groups.map((text, i) => ({ text, colour: ink(i).colour }));
  return frame({ spec, width, help: helpOf(spec, table), sentence: barSentence(spec, bars), legend, notes }, (top) => {
    /** @type {Node[]} */
    const parts = [];
    let y = top + 4;
    /** @type {Node[]} */
    const marks = [];
    bars.forEach((bar, i) => {
      if (heads[i] && i > 0 && groups.length > 0) y += 8;
      marks.push(...markOf(bar, y, step, scale, groups.length ? ink(groups.indexOf(bar.group)).colour : bar.to < bar.from ? 'var(--chart-2)' : 'var(--chart-1)'));
      if (heads[i]) marks.push(label(left - 10, y + step / 2 + 4, nth(shown, i), { 'text-anchor': 'end' }, bar.name));
      marks.push(label(width - 2, y + step / 2 + 4, grouped(bar.mean), { 'text-anchor': 'end', 'font-variant-numeric': 'tabular-nums' }));
      y += step;
    });
    parts.push(...across(at, scale, top, y + 2, axisName(spec, table, rows)), ...marks);
    if (nth(at, 0) <= 0 && !spec.span) parts.push(svg('line', { x1: scale(0), x2: scale(0), y1: top, y2: y + 2, stroke: 'var(--chart-soft)', 'stroke-width': 1 }));
    return { height: y + 2 - top + 40, parts };
  });
}

/**
 * A bar with its band and whiskers, and all figures as a hint.
 * @param {Bar} bar @param {number} y @param {number} step @param {(value: number) => number} scale @param {string} colour
 * @returns {Node[]}
 */
function markOf(bar, y, step, scale, colour) {
  const [x0, x1] = [Math.min(scale(bar.from), scale(bar.to)), Math.max(scale(bar.from), scale(bar.to))];
  const hint = svg('title', {}, `${[bar.name, bar.group].filter((t) => t).join(', ')}: ${bar.text}`);
  const parts = [svg('rect', { x: x0, y: y + 3, width: Math.max(1, x1 - x0), height: step - 6, fill: colour }, hint)];
  const middle = y + step / 2;
  if (bar.p05 !== null && bar.p95 !== null && bar.p95 !== bar.p05) {
    const thick = 6;
    parts.push(svg('rect', { x: scale(bar.p05), y: middle - thick / 2, width: scale(bar.p95) - scale(bar.p05), height: thick, fill: 'var(--chart-band)', 'fill-opacity': 0.75 }));
  }
  if (bar.lo !== null && bar.hi !== null && bar.hi !== bar.lo) {
    const [a, b] = [scale(bar.lo), scale(bar.hi)];
    parts.push(svg('path', { d: `M${a.toFixed(1)} ${middle - 5}v10M${a.toFixed(1)} ${middle}H${b.toFixed(1)}M${b.toFixed(1)} ${middle - 5}v10`, stroke: 'var(--chart-ink)', 'stroke-width': 1.5, fill: 'none' }));
  }
  return parts;
}
