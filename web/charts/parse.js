// @ts-check
/**
 * Tables of records, read: which columns are figures, which are ends of their intervals.
 *
 * @typedef {string | number | boolean | null} Cell
 * @typedef {{name: string, unit: string, help: string}} Column
 * @typedef {{columns: Column[], rows: Cell[][]}} RecordTable
 * @typedef {'value' | 'lo' | 'hi' | 'p05' | 'p95' | 'text'} Role
 * @typedef {Column & {at: number, role: Role, base: string}} ReadColumn
 * @typedef {{name: string, title: string, help: string, columns: ReadColumn[], rows: Cell[][]}} Table
 */

const ENDS = /** @type {const} */ (['lo', 'hi', 'p05', 'p95']);

/**
 * `x_lo` and `x_hi` are the 90 % interval of the mean of column `x`, `x_p05` and `x_p95` the spread
 * over facts and assumptions; without a column `x` they are figures of their own.
 * @param {string} name
 * @param {RecordTable} table
 * @param {string} [help]
 * @returns {Table}
 */
export function parseTable(name, table, help = '') {
  const known = new Set(table.columns.map((column) => column.name));
  const columns = table.columns.map((column, at) => {
    const end = ENDS.find((one) => column.name.endsWith('_' + one));
    const base = end ? column.name.slice(0, -end.length - 1) : column.name;
    /** @type {Role} */
    let role = 'text';
    if (end && known.has(base)) role = end;
    else if (isNumeric(table.rows, at)) role = 'value';
    return { ...column, at, role, base: role === 'text' || role === 'value' ? column.name : base };
  });
  return { name, title: words(name), help, columns, rows: table.rows };
}

/** @param {Cell[][]} rows @param {number} at */
function isNumeric(rows, at) {
  let seen = false;
  for (const row of rows) {
    const cell = row[at];
    if (cell === null || cell === undefined || cell === '') continue;
    if (typeof cell !== 'number') return false;
    seen = true;
  }
  return seen;
}

/**
 * The column of a figure's end, or none.
 * @param {Table} table @param {string} base @param {Role} role
 */
export function endOf(table, base, role) {
  return table.columns.find((column) => column.base === base && column.role === role);
}

/** @param {Table} table @param {string} name */
export function columnOf(table, name) {
  return table.columns.find((column) => column.name === name);
}

/** @param {string} id */
export const words = (id) => id.replaceAll('_', ' ');
