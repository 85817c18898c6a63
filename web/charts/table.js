// A table of a record for people: figures with their errors in one cell, sorted at will.

import { cellText, words } from './format.js';
import { columnAt, exactText, gatheredText, partsOf } from './parse.js';
import { html } from './dom.js';
import { nth } from './scale.js';

/** @typedef {import('./parse.js').Table} Table */
/** @typedef {import('./parse.js').Column} Column */
/** @typedef {import('./format.js').Cell} Cell */
/**
 * @typedef {{gather?: boolean, max?: number,
 *   onCell?: (cell: {row: Cell[], column: Column, value: Cell, element: HTMLElement}) => void}} TableOptions
 */

/**
 * The order of rows by one column: numbers by size, texts by letters, nothing last.
 * @param {Cell[][]} rows
 * @param {number} at
 * @param {boolean} falling
 * @returns {Cell[][]} a new list
 */
export function sorted(rows, at, falling) {
  const empty = (/** @type {Cell|undefined} */ v) => v === null || v === undefined || v === '';
  return [...rows].sort((a, b) => {
    const [x, y] = [a[at], b[at]];
    if (empty(x) || empty(y)) return Number(empty(x)) - Number(empty(y));
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'en', { numeric: true });
    return falling ? -order : order;
  });
}

/** A text with places where a line may end: after the plus signs of a set. @param {string} text @returns {Array<Node|string>} */
function breakable(text) {
  return text.split(/(?<=\+)/).flatMap((piece, i) => (i === 0 ? [piece] : [html('wbr'), piece]));
}

/**
 * Draws a table.
 * @param {Table} table
 * @param {TableOptions} [options]
 * @returns {HTMLElement}
 */
export function drawTable(table, options = {}) {
  const gather = options.gather ?? true;
  const max = options.max ?? 200;
  // A column that is empty throughout tells a reader nothing.
  const speaks = (/** @type {number} */ at) => table.rows.some((row) => row[at] !== null && row[at] !== undefined && row[at] !== '');
  const columns = table.columns.filter((c, at) => (!gather || c.base === undefined) && speaks(at));
  const body = html('tbody');
  const element = html('div', { class: 'chart-table' });
  let rows = table.rows;
  let all = rows.length <= max;

  const more = html('button', { type: 'button', class: 'chart-more more-rows' }, `Show all ${rows.length} rows`);
  const fillBody = () => {
    while (body.firstChild) body.removeChild(body.firstChild);
    for (const row of all ? rows : rows.slice(0, max)) body.appendChild(rowOf(table, columns, row, gather, options.onCell));
    more.hidden = all;
  };
  more.addEventListener('click', () => {
    all = true;
    fillBody();
  });

  const heads = columns.map((column) => headOf(column));
  heads.forEach(({ cell, button }, i) => {
    button.addEventListener('click', () => {
      const was = cell.getAttribute('aria-sort');
      const column = nth(columns, i);
      // Numbers are looked at from the largest, names from the first.
      const falling = was === 'none' || was === null ? column.role === 'value' : was === 'ascending';
      for (const other of heads) other.cell.setAttribute('aria-sort', 'none');
      cell.setAttribute('aria-sort', falling ? 'descending' : 'ascending');
      rows = sorted(table.rows, columnAt(table, column.name), falling);
      fillBody();
    });
  });
  fillBody();
  const grid = html('table', {}, html('caption', {}, words(table.title) + (table.help ? `: ${table.help}` : '')),
    html('thead', {}, html('tr', {}, ...heads.map(({ cell }) => cell))), body);
  element.appendChild(html('div', { class: 'chart-scroll', tabindex: 0, role: 'region', 'aria-label': `Table ${words(table.title)}` }, grid));
  element.appendChild(more);
  return element;
}

/** A heading that sorts. @param {Column} column */
function headOf(column) {
  const name = column.help ? html('abbr', { title: column.help }, words(column.name)) : words(column.name);
  const button = html('button', { type: 'button', class: 'sort' }, name);
  if (column.unit) button.appendChild(html('span', { class: 'chart-unit' }, ` ${column.unit}`));
  const cell = html('th', { scope: 'col', 'aria-sort': 'none', class: column.role === 'text' ? undefined : 'chart-number' }, button);
  return { cell, button };
}

/**
 * @param {Table} table @param {Column[]} columns @param {Cell[]} row @param {boolean} gather
 * @param {TableOptions['onCell']} onCell
 */
function rowOf(table, columns, row, gather, onCell) {
  return html('tr', {}, ...columns.map((column) => {
    const value = row[columnAt(table, column.name)] ?? null;
    const text = column.role === 'text' ? cellText(value)
      : gather ? gatheredText(row, partsOf(table, column.name)) : cellText(value);
    const cell = html('td', column.role === 'text' ? {} : { class: 'chart-number', title: hint(table, row, column, gather) }, ...breakable(text));
    if (onCell) onCell({ row, column, value, element: cell });
    return cell;
  }));
}

/** All digits of a figure and its errors. @param {Table} table @param {Cell[]} row @param {Column} column @param {boolean} gather */
function hint(table, row, column, gather) {
  if (!gather) return exactText(row[columnAt(table, column.name)]);
  return gatheredText(row, partsOf(table, column.name), exactText);
}
