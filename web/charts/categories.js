// A map of words: what is chosen, where two keys cross.

import { cellText, shortened, textWidth, threeDigits, words } from './format.js';
import { frame, helpOf, ink } from './frame.js';
import { columnAt, columnOf } from './parse.js';
import { filtered, MOST } from './suggest.js';
import { label, svg } from './dom.js';

/** @typedef {import('./format.js').Cell} Cell */

/** A name as people read it. @param {Cell} name */
const sayName = (name) => words(typeof name === 'number' ? threeDigits(name) : cellText(name));

/**
 * The words of a map, by row and column; the commonest first. Empty words have no place.
 * @param {import('./suggest.js').Spec} spec
 * @param {import('./parse.js').Table} table
 */
export function choicesOf(spec, table) {
  const at = { x: columnAt(table, spec.x), down: columnAt(table, spec.series), y: columnAt(table, spec.y) };
  /** @type {Map<string, string>} */
  const cells = new Map();
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {[Set<Cell>, Set<Cell>]} */
  const names = [new Set(), new Set()];
  for (const row of filtered(table, table.rows, spec.where)) {
    const [down, across] = [row[at.down] ?? null, row[at.x] ?? null];
    names[0].add(down);
    names[1].add(across);
    const word = cellText(row[at.y]);
    const key = JSON.stringify([down, across]);
    if (word === '' || word === '-' || cells.has(key)) continue;
    cells.set(key, word);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const ordered = (/** @type {Set<Cell>} */ set) => {
    const all = [...set];
    return all.every((name) => typeof name === 'number') ? all.sort((a, b) => Number(a) - Number(b)) : all;
  };
  const choices = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  return { cells, choices, down: ordered(names[0]).slice(0, MOST.down), across: ordered(names[1]).slice(0, MOST.across) };
}

/**
 * @param {import('./suggest.js').Spec} spec
 * @param {import('./parse.js').Table} table
 * @param {number} width
 * @returns {SVGElement}
 */
export function drawCategories(spec, table, width) {
  const { cells, choices, down, across } = choicesOf(spec, table);
  const head = words(spec.series ?? '') + ' \u2193';
  const left = Math.ceil(Math.max(textWidth(head), ...down.map((name) => textWidth(shortened(sayName(name), 30)))) + 12);
  const cell = Math.max(14, Math.min(92, (width - left - 4) / Math.max(1, across.length)));
  const every = Math.ceil(Math.max(...across.map((name) => textWidth(sayName(name)))) / cell + 0.15);
  const legend = choices.map((text, i) => ({ text, colour: ink(i).colour }));
  const sentence = `Heat map. ${spec.title}. ${down.length} rows, ${across.length} columns; most often ${choices.slice(0, 3).map(words).join(', ')}.`;
  return frame({ spec, width, help: helpOf(spec, table), sentence, legend, notes: ['Empty: nothing.'] }, (top) => {
    const first = top + 22;
    /** @type {Node[]} */
    const parts = [label(left - 10, first - 6, head, { 'text-anchor': 'end', fill: 'var(--chart-soft)' })];
    across.forEach((name, i) => {
      if (i % every === 0) parts.push(label(left + cell * (i + 0.5), first - 6, sayName(name), { 'text-anchor': 'middle' }));
    });
    down.forEach((name, j) => {
      const y = first + j * 20;
      parts.push(label(left - 10, y + 14, shortened(sayName(name), 30), { 'text-anchor': 'end' }, sayName(name)));
      across.forEach((column, i) => {
        const word = cells.get(JSON.stringify([name, column]));
        const box = { x: left + i * cell, y, width: cell - 1, height: 19 };
        const hint = svg('title', {}, `${sayName(name)}, ${sayName(column)}: ${word === undefined ? 'nothing' : words(word)}`);
        parts.push(word === undefined ? svg('rect', { ...box, fill: 'none', stroke: 'var(--chart-grid)' }, hint)
          : svg('rect', { ...box, class: 'kind', fill: ink(choices.indexOf(word)).colour }, hint));
      });
    });
    const bottom = first + down.length * 20;
    const { name, unit } = columnOf(table, spec.x);
    parts.push(label(left + (cell * across.length) / 2, bottom + 18, words(name) + (unit ? ` (${unit})` : ''), { 'text-anchor': 'middle', fill: 'var(--chart-soft)' }));
    return { height: bottom - top + 28, parts };
  });
}
