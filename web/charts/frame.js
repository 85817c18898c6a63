// What every chart shares: title, legend, note, axis, and the sentence that says it all.

import { grouped, shortened, textWidth, withUnit, words } from './format.js';
import { label, svg } from './dom.js';
import { columnAt, columnOf } from './parse.js';
import { nth } from './scale.js';

/** @typedef {import('./parse.js').Table} Table */
/** @typedef {import('./suggest.js').Spec} Spec */
/** @typedef {import('./format.js').Cell} Cell */

/**
 * A text in lines no wider than `width`.
 * @param {string} text
 * @param {number} width
 * @param {number} size
 * @returns {string[]}
 */
export function wrapped(text, width, size) {
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line ? [...lines, line] : lines;
}

/** The colour and the dashes of a series. @param {number} i */
export function ink(i) {
  return { colour: `var(--chart-${(i % 8) + 1})`, dashes: ['', '6 3', '2 3', '8 3 2 3'][Math.floor(i / 2) % 4] };
}

/**
 * The unit and the name of what is shown; a row may say its unit itself.
 * @param {Spec} spec
 * @param {Table} table
 * @param {Cell[][]} rows
 */
export function axisName(spec, table, rows) {
  const column = columnOf(table, spec.y);
  const measure = spec.where?.find(([name]) => name === 'measure')?.[1];
  const own = columnAt(table, 'unit');
  const unit = measure && own >= 0 && /unit/.test(column.unit) ? String(rows[0]?.[own] ?? '') : column.unit;
  if (spec.ys) {
    const units = new Set(spec.ys.map((y) => columnOf(table, y).unit));
    // `%` where some are `%` and others `% of the set`.
    return (units.size === 1 ? unit : unit.split(' ')[0]) || 'value';
  }
  const name = measure && column.name === 'value' ? String(measure) : column.name;
  if (spec.span) return unit || 'the answer';
  return name === 'p' && unit === 'probability' ? unit : withUnit({ name, unit });
}

/**
 * Title, legend and note around a plot. `draw` is handed where the plot begins and gives its height.
 * @param {{spec: Spec, width: number, sentence: string, legend: Array<{text: string, colour: string, dashes?: string}>,
 *   notes: string[], help: string}} about
 * @param {(top: number) => {height: number, parts: Node[]}} draw
 */
export function frame(about, draw) {
  const { width } = about;
  /** @type {Node[]} */
  const parts = [];
  let top = 4;
  for (const line of wrapped(about.spec.title, width - 8, 16.5)) {
    top += 19;
    parts.push(label(0, top - 3, line, { 'font-size': 15, 'font-weight': 600 }));
  }
  for (const line of about.help ? wrapped(about.help, width - 8, 12) : []) {
    top += 16;
    parts.push(label(0, top - 2, line, { fill: 'var(--chart-soft)' }));
  }
  let left = 0;
  if (about.legend.length > 0) top += 20;
  for (const item of about.legend) {
    const text = shortened(words(item.text), 42);
    const wide = 24 + textWidth(text) + 16;
    if (left > 0 && left + wide > width) {
      left = 0;
      top += 18;
    }
    parts.push(item.dashes === undefined
      ? svg('rect', { x: left, y: top - 10, width: 16, height: 10, fill: item.colour })
      : svg('line', { x1: left, x2: left + 18, y1: top - 5, y2: top - 5, stroke: item.colour, 'stroke-width': 2.5, 'stroke-dasharray': item.dashes || undefined }));
    parts.push(label(left + 24, top - 1, text, {}, words(item.text)));
    left += wide;
  }
  top += 10;
  const plot = draw(top);
  let bottom = top + plot.height;
  const notes = about.notes.filter((note) => note).join(' ');
  for (const line of notes ? wrapped(notes, width - 8, 11.5) : []) {
    bottom += 16;
    parts.push(label(0, bottom - 2, line, { 'font-size': 11.5, fill: 'var(--chart-soft)' }));
  }
  const height = Math.ceil(bottom + 4);
  return svg('svg', {
    role: 'img', 'aria-label': about.sentence, viewBox: `0 0 ${width} ${height}`, width, height, class: 'chart-picture',
    'font-family': 'system-ui, sans-serif',
  }, ...parts, ...plot.parts);
}

/**
 * Gridlines and numbers of an axis that runs across.
 * @param {number[]} at
 * @param {(value: number) => number} scale
 * @param {number} top
 * @param {number} bottom
 * @param {string} name
 * @param {(value: number) => string} [write]
 */
export function across(at, scale, top, bottom, name, write = grouped) {
  const parts = [];
  for (const tick of at) {
    const x = scale(tick);
    parts.push(svg('line', { x1: x, x2: x, y1: top, y2: bottom, stroke: 'var(--chart-grid)', 'stroke-width': 1 }));
    parts.push(label(x, bottom + 16, write(tick), { 'text-anchor': 'middle', 'font-variant-numeric': 'tabular-nums' }));
  }
  parts.push(label((scale(nth(at, 0)) + scale(nth(at, -1))) / 2, bottom + 34, name, { 'text-anchor': 'middle', fill: 'var(--chart-soft)' }));
  return parts;
}

/** What the number of a chart is, in the words of its column. @param {Spec} spec @param {Table} table */
export function helpOf(spec, table) {
  if (spec.span || spec.ys) return '';
  const { help, unit } = columnOf(table, spec.y);
  // Many go on from their unit: "share of worlds", "In which the promise is kept."
  if (!unit || !/^(In|Of|That|At|With|Whose|Under) /.test(help)) return help;
  return `${unit.charAt(0).toUpperCase()}${unit.slice(1)} ${help.charAt(0).toLowerCase()}${help.slice(1)}`;
}

/** What whiskers and bands mean, for the note. @param {boolean} interval @param {boolean} spread @param {string} mark */
export function meaning(interval, spread, mark) {
  const dark = mark === 'lines' ? 'Dark band' : 'Whiskers';
  const parts = [];
  if (interval) parts.push(`${dark}: 90 % interval of the mean`);
  if (spread) parts.push(`${parts.length ? 'pale' : 'Pale'} band: 90 % of what is not known of facts and assumptions`);
  return parts.length ? parts.join('; ') + '.' : '';
}
