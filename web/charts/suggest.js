// @ts-check
/**
 * Which pictures suit a table, from its columns alone.
 *
 * @typedef {{kind: 'bars' | 'lines' | 'heatmap', x: string, y: string, series?: string, value?: string, title: string}} Spec
 * @typedef {import('./parse.js').Table} Table
 */
import { endOf, words } from './parse.js';

/** Columns that run: what is plotted against them is a line. */
const RUNS = new Set(['year', 'day', 'date', 'month', 'belief', 'step', 'draws', 'withdrawn', 'cost', 'money', 'firmness', 'round', 'budget', 'true_belief']);
/** Figures that name things and measure nothing. */
const LABELS = new Set(['seed', 'box', 'number', 'rank', 'id', 'minimum', 'atop', 'cow', 'gw', 'source', 'level', 'row', 'order']);
const MOST_SERIES = 8;

/** @param {Table} table @returns {Spec[]} */
export function suggestCharts(table) {
  if (table.rows.length < 2) return [];
  const figures = table.columns.filter((column) => column.role === 'value' && !RUNS.has(column.name) && !LABELS.has(column.name));
  const texts = table.columns.filter((column) => column.role === 'text' && table.rows.every((row) => typeof row[column.at] !== 'boolean'));
  const run = table.columns.find((column) => column.role === 'value' && RUNS.has(column.name) && different(table, column.at) > 2);
  // The figure that comes with an interval is the one that is meant; one unit must do for all rows.
  const alike = figures.filter((column) => !/\bcolumn\b/.test(column.unit));
  const first = alike.find((column) => endOf(table, column.name, 'lo') ?? endOf(table, column.name, 'p05')) ?? alike[0];
  if (!first) return [];
  // Keys are what tells rows apart: words that few rows share, and no sentences.
  const keys = texts.filter((column) => different(table, column.at) > 1 && short(table, column.at));
  const title = words(first.name);

  // Two that run cross in a map: what to do by year and belief, say.
  const second = run && table.columns.find((column) => column !== run && column.role === 'value' && RUNS.has(column.name) && different(table, column.at) > 2);
  if (run && second && repeats(table, run.at)) {
    const word = texts.find((column) => different(table, column.at) > 1 && different(table, column.at) <= 16);
    const value = word ?? first;
    const [x, y] = different(table, run.at) <= 30 ? [run, second] : [second, run];
    return [{ kind: 'heatmap', x: x.name, y: y.name, value: value.name, title: `${words(value.name)} by ${words(y.name)} and ${words(x.name)}` }];
  }
  if (run) {
    const series = keys.find((column) => different(table, column.at) <= MOST_SERIES);
    if (!series && repeats(table, run.at)) return crossed(table, run.name, keys, first.name, title);
    return [{ kind: 'lines', x: run.name, y: first.name, ...(series ? { series: series.name } : {}), title: `${title} by ${words(run.name)}` }];
  }
  const cross = crossing(table, keys);
  if (cross) return [{ kind: 'heatmap', x: cross[1].name, y: cross[0].name, value: first.name, title: `${title} by ${words(cross[0].name)} and ${words(cross[1].name)}` }];
  const key = keys.find((column) => different(table, column.at) === table.rows.length) ?? keys[0];
  if (!key) return [];
  return [{ kind: 'bars', x: first.name, y: key.name, title: `${title} by ${words(key.name)}` }];
}

/**
 * @param {Table} table @param {string} run @param {import('./parse.js').ReadColumn[]} keys
 * @param {string} value @param {string} title @returns {Spec[]}
 */
function crossed(table, run, keys, value, title) {
  const key = keys.find((column) => different(table, column.at) <= 40);
  return key ? [{ kind: 'heatmap', x: run, y: key.name, value, title: `${title} by ${words(key.name)} and ${words(run)}` }] : [];
}

/** @param {Table} table @param {number} at */
function different(table, at) {
  return new Set(table.rows.map((row) => row[at])).size;
}

/** @param {Table} table @param {number} at */
const repeats = (table, at) => different(table, at) < table.rows.length;

/** @param {Table} table @param {number} at */
const short = (table, at) => table.rows.every((row) => String(row[at] ?? '').length <= 48);

/**
 * Two keys of which every pair names at most one row and most pairs name one.
 * @param {Table} table @param {import('./parse.js').ReadColumn[]} keys
 * @returns {[import('./parse.js').ReadColumn, import('./parse.js').ReadColumn] | null}
 */
function crossing(table, keys) {
  for (let i = 0; i < keys.length; ++i)
    for (let j = i + 1; j < keys.length; ++j) {
      const [a, b] = [keys[i], keys[j]];
      if (!a || !b) continue;
      const [m, n] = [different(table, a.at), different(table, b.at)];
      if (m < 2 || n < 2 || m > 60 || n > 30 || m * n < 6) continue;
      const pairs = new Set(table.rows.map((row) => JSON.stringify([row[a.at], row[b.at]])));
      if (pairs.size === table.rows.length && pairs.size >= 0.5 * m * n) return m >= n ? [a, b] : [b, a];
    }
  return null;
}
