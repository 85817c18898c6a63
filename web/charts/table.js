// @ts-check
/** @typedef {import('./parse.js').Table} Table @typedef {import('./parse.js').Cell} Cell */
import { exact, plain, three } from './format.js';
import { endOf } from './parse.js';
import { html } from './svg.js';

/**
 * A table for people: a figure, its interval and its spread in one cell, columns that sort, and the
 * rest of long tables behind a button.
 * @param {Table} table @param {{max?: number}} [options]
 * @returns {HTMLElement}
 */
export function drawTable(table, options = {}) {
  const columns = table.columns.filter((column) => column.role === 'text' || column.role === 'value');
  let most = options.max ?? 20;
  let by = -1;
  let falling = false;
  const body = html('tbody');
  const heads = columns.map((column) => {
    const button = html('button', { type: 'button', class: 'sort', title: column.help }, [column.name.replaceAll('_', ' ')]);
    const head = html('th', { scope: 'col', class: column.role === 'value' ? 'num' : '' }, [
      button,
      ...(column.unit ? [html('span', { class: 'unit' }, [column.unit])] : []),
    ]);
    button.addEventListener('click', () => {
      falling = by === column.at ? !falling : column.role === 'value';
      by = column.at;
      heads.forEach((one, at) => {
        if (columns[at]?.at === by) one.setAttribute('aria-sort', falling ? 'descending' : 'ascending');
        else one.removeAttribute('aria-sort');
      });
      fill();
    });
    return head;
  });
  const more = html('button', { type: 'button', class: 'more-rows' });
  more.addEventListener('click', () => {
    most = Infinity;
    fill();
  });

  function fill() {
    const rows = by < 0 ? table.rows : [...table.rows].sort((a, b) => compare(a[by], b[by]) * (falling ? -1 : 1));
    body.replaceChildren(
      ...rows.slice(0, most).map((row) => html('tr', {}, columns.map((column) => cellOf(table, column, row)))),
    );
    more.textContent = `Show all ${table.rows.length} rows`;
    more.hidden = table.rows.length <= most;
  }
  fill();
  return html('div', { class: 'chart-table' }, [
    html('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': table.title }, [
      html('table', {}, [html('caption', {}, [table.help || table.title]), html('thead', {}, [html('tr', {}, heads)]), body]),
    ]),
    more,
  ]);
}

/** @param {Table} table @param {import('./parse.js').ReadColumn} column @param {Cell[]} row */
function cellOf(table, column, row) {
  const cell = row[column.at];
  if (column.role === 'text') return html('td', {}, [plain(cell)]);
  const end = (/** @type {import('./parse.js').Role} */ role) => {
    const found = endOf(table, column.name, role);
    const value = found ? row[found.at] : undefined;
    return typeof value === 'number' ? value : null;
  };
  const [lo, hi, p05, p95] = [end('lo'), end('hi'), end('p05'), end('p95')];
  const said = plain(cell) + (lo !== null && hi !== null ? ` [${three(lo)}, ${three(hi)}]` : '') + (p05 !== null && p95 !== null ? ` {${three(p05)}, ${three(p95)}}` : '');
  return html('td', { class: 'num', title: [cell, lo, hi, p05, p95].filter((one) => one !== null && one !== undefined).map(exact).join(', ') }, [said]);
}

/** Numbers before words, nothing last. @param {Cell | undefined} a @param {Cell | undefined} b */
function compare(a, b) {
  const empty = (/** @type {Cell | undefined} */ cell) => cell === null || cell === undefined || cell === '';
  if (empty(a) || empty(b)) return Number(empty(a)) - Number(empty(b));
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b));
}

/**
 * The table as CSV. A text that a spreadsheet would read as a formula begins with an apostrophe.
 * @param {Table} table
 */
export function toCsv(table) {
  const field = (/** @type {Cell | undefined} */ cell) => {
    let text = exact(cell);
    if (typeof cell === 'string' && /^[=+\-@\t]/.test(text)) text = `'${text}`;
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [table.columns.map((column) => field(column.name)), ...table.rows.map((row) => table.columns.map((column) => field(row[column.at])))];
  return lines.map((line) => line.join(',') + '\n').join('');
}
