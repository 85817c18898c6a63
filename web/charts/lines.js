// Lines along years, days or beliefs, with the interval and the spread as bands.

import { cellText, grouped, textWidth, threeDigits, withUnit, words } from './format.js';
import { axisName, frame, helpOf, ink, meaning } from './frame.js';
import { columnAt, columnOf, gatheredText, partsOf } from './parse.js';
import { extent, linear, nth, ticks } from './scale.js';
import { filtered, MOST } from './suggest.js';
import { label, svg } from './dom.js';

/** @typedef {import('./parse.js').Table} Table */
/** @typedef {import('./suggest.js').Spec} Spec */
/** @typedef {import('./format.js').Cell} Cell */
/** @typedef {{x: number, y: number, lo: number, hi: number, p05: number, p95: number, text: string}} Point */
/** @typedef {{name: string, points: Point[]}} Line */

/**
 * The lines of a chart; those that differ most from nothing where there are too many. Texts that order the
 * rows stand at even distances.
 * @param {Spec} spec
 * @param {Table} table
 * @returns {{lines: Line[], total: number, steps: string[]}}
 */
export function linesOf(spec, table) {
  const rows = filtered(table, table.rows, spec.where);
  const [x, series] = [columnAt(table, spec.x), columnAt(table, spec.series)];
  const texts = rows.some((row) => typeof row[x] === 'string');
  const steps = texts ? [...new Set(rows.map((row) => cellText(row[x])))].sort() : [];
  /** @type {Map<string, Point[]>} */
  const found = new Map();
  const names = spec.ys ?? [spec.y];
  for (const [row, which] of rows.flatMap((one) => names.map((name) => /** @type {[Cell[], string]} */ ([one, name])))) {
    const parts = partsOf(table, which);
    const at = texts ? steps.indexOf(cellText(row[x])) : row[x];
    const y = row[parts.mean];
    if (typeof at !== 'number' || typeof y !== 'number') continue;
    const name = spec.ys ? words(which) : series < 0 ? '' : words(cellText(row[series]));
    const of = (/** @type {number} */ i) => (i >= 0 && typeof row[i] === 'number' ? /** @type {number} */ (row[i]) : y);
    const points = found.get(name) ?? [];
    points.push({ x: at, y, lo: of(parts.lo), hi: of(parts.hi), p05: of(parts.p05), p95: of(parts.p95), text: gatheredText(row, parts) });
    found.set(name, points);
  }
  let lines = [...found].map(([name, points]) => ({ name, points: points.sort((a, b) => a.x - b.x) }));
  const total = lines.length;
  if (total > MOST.lines) {
    const size = (/** @type {Line} */ line) => Math.max(...line.points.map((point) => Math.abs(point.y)));
    lines = lines.sort((a, b) => size(b) - size(a)).slice(0, MOST.lines);
  }
  return { lines, total, steps };
}

/** Where an axis up begins: at nothing, unless all lies far from it. @param {[number, number]} range @returns {[number, number]} */
export function upward([low, high]) {
  if (low >= 0 && low < 0.6 * high) return [0, high];
  if (high <= 0 && high > 0.6 * low) return [low, 0];
  return [low, high];
}

/** @param {Spec} spec @param {Line[]} lines @param {(x: number) => string} step */
function lineSentence(spec, lines, step) {
  const say = lines.slice(0, 4).filter((line) => line.points.length > 0).map((line) => {
    const [first, last] = [nth(line.points, 0), nth(line.points, -1)];
    return `${line.name ? line.name + ' ' : ''}from ${threeDigits(first.y)} at ${step(first.x)} to ${threeDigits(last.y)} at ${step(last.x)}`;
  });
  return `Line chart. ${spec.title}. ${say.join('; ')}.`;
}

/**
 * @param {Spec} spec
 * @param {Table} table
 * @param {number} width
 * @param {number} height of the plot
 * @returns {SVGElement}
 */
export function drawLines(spec, table, width, height) {
  const { lines, total, steps } = linesOf(spec, table);
  const banded = lines.length <= 3;
  const points = lines.flatMap((line) => line.points);
  const range = upward(extent(points.flatMap((p) => (banded ? [p.y, p.lo, p.hi, p.p05, p.p95] : [p.y]))) ?? [0, 1]);
  const up = ticks(range[0], range[1], 5);
  const reach = extent(points.map((p) => p.x)) ?? [0, 1];
  const whole = points.every((p) => Number.isInteger(p.x));
  const year = /year/.test(spec.x) || (whole && reach[0] > 1500 && reach[1] < 2300);
  const left = Math.ceil(Math.max(...up.map((tick) => textWidth(grouped(tick)))) + 14);
  const room = Math.max(2, Math.min(10, Math.floor((width - left - 30) / 80)));
  const marks = steps.length > 0 ? steps.map((_, i) => i).filter((i) => i % Math.ceil(steps.length / room) === 0)
    : ticks(reach[0], reach[1], room, whole).filter((t) => t >= reach[0] - 1e-9 && t <= reach[1] + 1e-9);
  const write = (/** @type {number} */ t) => (steps.length > 0 ? nth(steps, t) : year ? String(t) : grouped(t));
  const rows = filtered(table, table.rows, spec.where);
  const legend = lines.length > 1 || lines[0]?.name ? lines.map((line, i) => ({ text: line.name || 'none', colour: ink(i).colour, dashes: ink(i).dashes })) : [];
  const notes = [lines.length < total ? `${lines.length} of ${total} lines, those that rise highest.` : '',
    banded ? meaning(points.some((p) => p.lo !== p.hi), points.some((p) => p.p05 !== p.p95), 'lines') : ''];
  return frame({ spec, width, help: helpOf(spec, table), sentence: lineSentence(spec, lines, write), legend, notes }, (top) => {
    const x = linear(reach[0], reach[1], left, width - 24);
    const y = linear(nth(up, 0), nth(up, -1), top + 22 + height, top + 22);
    /** @type {Node[]} */
    const parts = [label(0, top + 8, axisName(spec, table, rows), { fill: 'var(--chart-soft)' })];
    for (const tick of up) {
      parts.push(svg('line', { x1: left, x2: width - 20, y1: y(tick), y2: y(tick), stroke: tick === 0 ? 'var(--chart-soft)' : 'var(--chart-grid)' }));
      parts.push(label(left - 8, y(tick) + 4, grouped(tick), { 'text-anchor': 'end', 'font-variant-numeric': 'tabular-nums' }));
    }
    for (const mark of marks) parts.push(label(x(mark), top + 40 + height, write(mark), { 'text-anchor': 'middle', 'font-variant-numeric': 'tabular-nums' }));
    parts.push(label((left + width - 24) / 2, top + 58 + height, withUnit(columnOf(table, spec.x)), { 'text-anchor': 'middle', fill: 'var(--chart-soft)' }));
    lines.forEach((line, i) => parts.push(...strokes(line, i, x, y, banded)));
    return { height: height + 66, parts };
  });
}

/** @param {Line} line @param {number} i @param {(v: number) => number} x @param {(v: number) => number} y @param {boolean} banded */
function strokes(line, i, x, y, banded) {
  const { colour, dashes } = ink(i);
  const at = (/** @type {Point} */ p, /** @type {'y'|'lo'|'hi'|'p05'|'p95'} */ k) => `${x(p.x).toFixed(1)} ${y(p[k]).toFixed(1)}`;
  const band = (/** @type {'lo'|'p05'} */ low, /** @type {'hi'|'p95'} */ high, /** @type {number} */ opacity) => svg('path', {
    d: 'M' + [...line.points.map((p) => at(p, high)), ...[...line.points].reverse().map((p) => at(p, low))].join('L') + 'Z', fill: colour, 'fill-opacity': opacity });
  /** @type {Node[]} */
  const parts = [];
  if (banded && line.points.some((p) => p.p05 !== p.p95)) parts.push(band('p05', 'p95', 0.12));
  if (banded && line.points.some((p) => p.lo !== p.hi)) parts.push(band('lo', 'hi', 0.25));
  parts.push(svg('path', { d: 'M' + line.points.map((p) => at(p, 'y')).join('L'), fill: 'none', stroke: colour, 'stroke-width': 2.2, 'stroke-linejoin': 'round', 'stroke-dasharray': dashes || undefined }));
  if (line.points.length <= 40) {
    for (const p of line.points)
      parts.push(svg('circle', { cx: x(p.x), cy: y(p.y), r: 3, fill: colour }, svg('title', {}, `${line.name ? line.name + ', ' : ''}${threeDigits(p.x)}: ${p.text}`)));
  }
  return parts;
}
