// A table of a record with the meaning of its columns.

import { cellText } from './format.js';

/** @typedef {import('./format.js').Cell} Cell */
/** @typedef {'value'|'lo'|'hi'|'p05'|'p95'|'text'} Role */
/** @typedef {{name: string, unit: string, help: string, base?: string, role: Role}} Column */
/** @typedef {{name: string, title: string, help: string, columns: Column[], rows: Cell[][]}} Table */
/** @typedef {{name: string, unit?: string, help?: string}} RecordColumn */

/** @type {Array<[string, string]>} */
const PAIRS = [['lo', 'hi'], ['p05', 'p95']];

/**
 * Reads a table of a record. `x_lo` and `x_hi` belong to `x` only where all three are there, and so do
 * `x_p05` and `x_p95`.
 * @param {string} name
 * @param {{columns: RecordColumn[], rows: Cell[][]}} recordTable
 * @param {{help?: string, title?: string}|string} [cardTable] what the card says of it, or its help alone
 * @returns {Table}
 */
export function parseTable(name, recordTable, cardTable) {
  const card = typeof cardTable === 'string' ? { help: cardTable } : cardTable;
  const names = new Set(recordTable.columns.map((column) => column.name));
  const rows = recordTable.rows;
  const columns = recordTable.columns.map((column, at) => {
    /** @type {Column} */
    const parsed = { name: column.name, unit: column.unit ?? '', help: column.help ?? '', role: 'text' };
    for (const [low, high] of PAIRS) {
      for (const role of [low, high]) {
        if (!column.name.endsWith('_' + role)) continue;
        const base = column.name.slice(0, -role.length - 1);
        if (!names.has(base) || !names.has(`${base}_${low}`) || !names.has(`${base}_${high}`)) continue;
        parsed.base = base;
        parsed.role = /** @type {Role} */ (role);
      }
    }
    if (parsed.base === undefined && isNumeric(rows, at)) parsed.role = 'value';
    return parsed;
  });
  return { name, title: card?.title ?? name, help: card?.help ?? '', columns, rows };
}

/**
 * Whether a column holds numbers and nothing else.
 * @param {Cell[][]} rows
 * @param {number} at
 */
function isNumeric(rows, at) {
  let any = false;
  for (const row of rows) {
    if (row[at] === null || row[at] === undefined) continue;
    if (typeof row[at] !== 'number') return false;
    any = true;
  }
  return any;
}

/**
 * The place of a column, or -1.
 * @param {Table} table
 * @param {string|undefined} name
 */
export function columnAt(table, name) {
  return table.columns.findIndex((column) => column.name === name);
}

/**
 * The column of a name that is known to be there.
 * @param {Table} table
 * @param {string} name
 * @returns {Column}
 */
export function columnOf(table, name) {
  return /** @type {Column} */ (table.columns[columnAt(table, name)]);
}

/**
 * Where the figures of a value stand in a row: `{mean, lo, hi, p05, p95}`, -1 for none.
 * @param {Table} table
 * @param {string} name
 */
export function partsOf(table, name) {
  const of = (/** @type {Role} */ role) =>
    table.columns.findIndex((column) => column.base === name && column.role === role);
  return { mean: columnAt(table, name), lo: of('lo'), hi: of('hi'), p05: of('p05'), p95: of('p95') };
}

/**
 * A value with its interval and spread: `31 [30, 33] {21, 44}`. What is known needs neither.
 * @param {Cell[]} row
 * @param {ReturnType<typeof partsOf>} parts
 * @param {(value: Cell|undefined) => string} [write]
 * @returns {string}
 */
export function gatheredText(row, parts, write = cellText) {
  const mean = write(row[parts.mean]);
  let text = mean;
  for (const [low, high, open, close] of /** @type {Array<[number, number, string, string]>} */ ([
    [parts.lo, parts.hi, '[', ']'], [parts.p05, parts.p95, '{', '}'],
  ])) {
    if (low < 0 || row[low] === null || row[low] === undefined) continue;
    const from = write(row[low]);
    const to = write(row[high]);
    if (from !== to || from !== mean) text += ` ${open}${from}, ${to}${close}`;
  }
  return text;
}

/**
 * All digits of a cell.
 * @param {Cell|undefined} value
 * @returns {string}
 */
export function exactText(value) {
  return typeof value === 'number' ? String(value) : cellText(value);
}

/**
 * The table as CSV. A text that a spreadsheet would take for a formula gets a quote before it.
 * @param {Table} table
 * @returns {string}
 */
export function toCsv(table) {
  const field = (/** @type {Cell|undefined} */ value) => {
    if (value === null || value === undefined) return '';
    if (typeof value !== 'string') return String(value);
    const number = value.trim() !== '' && Number.isFinite(Number(value));
    const safe = /^[=+\-@\t\r]/.test(value) && !number ? "'" + value : value;
    return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  };
  const lines = [table.columns.map((column) => field(column.name)).join(',')];
  for (const row of table.rows) lines.push(table.columns.map((_, i) => field(row[i])).join(','));
  return lines.join('\n') + '\n';
}

