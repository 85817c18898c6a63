// Which charts suit a table. Only names, units and values are looked at: nothing here knows an analysis.

import { cellText, title, words } from './format.js';
import { columnAt, columnOf, partsOf } from './parse.js';
import { nth } from './scale.js';

/** @typedef {import('./parse.js').Table} Table */
/** @typedef {import('./parse.js').Column} Column */
/** @typedef {import('./format.js').Cell} Cell */
/**
 * What to draw. `y` is the number shown; `x` names the bars, the steps of a line or the columns of a heat
 * map; `series` the bars within a group, the lines, or the rows of a heat map. `label` are further columns
 * that name a bar, `where` keeps the rows with these values, `ys` shows several columns of one row as bars,
 * `span` are the two ends of a bar that stands for a range.
 * @typedef {{kind: 'bars'|'lines'|'heatmap', x: string, y: string, series?: string, title: string,
 *   label?: string[], where?: Array<[string, Cell]>, ys?: string[], span?: [string, string],
 *   ordered?: boolean}} Spec
 */

/** Bars of one chart, lines of one chart, rows and columns of a heat map. */
export const MOST = { bars: 30, lines: 8, down: 30, across: 24, facets: 4, ys: 4 };

const ORDER = /^(year|years|day|days|date|month|months|belief|true_belief|step|steps|draws|round|withdrawn|when|on|budget)$/;
const PROSE = /^(because|source|help|citation|note|notes|reading|says|finding|why_not|needs|value|unit|status|confidence)$/;
const OWN_UNIT = /(unit says|see unit|its unit|`unit`|of the measures?$|unit of the)/;
const BESIDE = /(_tables|_naive|_kept|_worst|_best|_even|_low|_high|_alone|_head_count)$|^(naive|baseline|plain|tolerance|low|high|from|to)$/;
const STEPS = /^(variant|belief|policy|design|condition|option|rung|end)$/;
const VARIED = /^(variant|design|policy|portfolio|forces)$/;
// Numbers that name a row: they tell rows apart and are never drawn.
const INDEX = /^(minimum|configuration|experiment|path|community|id|number|equilibrium|rank|planned_at)$/;
const CHIEF = /^(gap|short|change|diff|difference|gain|regret|distance|interaction|p)$/;
const BARE = /^(value|low|high|plain|a|b|from|to|amount)$/;

/**
 * Charts for a table, the best first; none where it has no number that differs.
 * @param {Table} table
 * @returns {Spec[]}
 */
export function suggestCharts(table) {
  if (table.rows.length === 0) return [];
  if (table.rows.length === 1) return oneRow(table);
  const ranges = movers(table);
  if (ranges) return ranges;
  const units = facets(table);
  if (units) return units;
  return charts(table, table.rows, []);
}

/** @param {Table} table @param {Cell[][]} rows @param {Array<[string, Cell]>} where @returns {Spec[]} */
function charts(table, rows, where) {
  const shape = shapeOf(table, rows);
  /** @type {Spec[]} */
  const out = [];
  const choice = chosen(table, rows, shape);
  if (choice) out.push({ ...choice, title: titleOf(choice) });
  for (const y of numbers(table, rows, shape)) {
    const spec = shape.order ? stepped(table, rows, shape, y) : crossed(table, rows, shape, y);
    if (!spec) continue;
    const all = [...where, ...(spec.where ?? [])];
    if (all.length > 0) spec.where = all;
    spec.title = titleOf(spec);
    out.push(spec);
  }
  return out;
}

/**
 * The columns that tell rows apart: an order (years, days, ...) and keys, as few as will do.
 * @param {Table} table
 * @param {Cell[][]} rows
 */
function shapeOf(table, rows) {
  const values = (/** @type {Column} */ c) => new Set(rows.map((row) => row[columnAt(table, c.name)]));
  const plain = table.columns.filter((c) => c.base === undefined && !estimated(table, c));
  const order = plain.find((c) => (ORDER.test(c.name) || (table.name === 'frontier' && c.name === 'cost'))
    && values(c).size >= 3 && ordered(table, rows, c));
  /** @type {Column[]} */
  const keys = [];
  let parts = count(table, rows, order ? [order] : []);
  const texts = plain.filter((c) => c !== order && isKey(table, rows, c)
    && (c.role === 'text' || STEPS.test(c.name) || (INDEX.test(c.name) && c.name !== 'experiment') || (ORDER.test(c.name) && values(c).size <= MOST.lines)));
  for (const column of texts) {
    if (parts === rows.length) break;
    const finer = count(table, rows, [...(order ? [order] : []), ...keys, column]);
    if (finer <= parts) continue;
    keys.push(column);
    parts = finer;
  }
  // What was varied on purpose is compared, not held fixed.
  keys.sort((a, b) => Number(VARIED.test(a.name)) - Number(VARIED.test(b.name)));
  const first = plain[0];
  const numbered = !order && keys.length === 0 && first?.role === 'value' && values(first).size === rows.length;
  return { order, keys: numbered ? [first] : keys, unique: parts === rows.length || numbered, numbered };
}

/** @param {Table} table @param {Cell[][]} rows @param {Column[]} columns */
function count(table, rows, columns) {
  const at = columns.map((c) => columnAt(table, c.name));
  return at.length === 0 ? 1 : new Set(rows.map((row) => JSON.stringify(at.map((i) => row[i])))).size;
}

/** @param {Table} table @param {Column} column */
function estimated(table, column) {
  const parts = partsOf(table, column.name);
  return parts.lo >= 0 || parts.p05 >= 0;
}

/** Whether an order is one: numbers, or texts that begin with a year. @param {Table} table @param {Cell[][]} rows @param {Column} c */
function ordered(table, rows, c) {
  const at = columnAt(table, c.name);
  return rows.every((row) => typeof row[at] === 'number' || row[at] === null || /^\d{4}(-|$)/.test(String(row[at])));
}

/** Whether a text names things and is no prose. @param {Table} table @param {Cell[][]} rows @param {Column} c */
function isKey(table, rows, c) {
  if (PROSE.test(c.name)) return false;
  const at = columnAt(table, c.name);
  let letters = 0;
  let lists = 0;
  for (const row of rows) {
    const text = cellText(row[at]);
    letters += text.length;
    lists += Number(text.includes(', ') && text.length > 20);
  }
  return letters / rows.length <= 60 && lists * 2 < rows.length;
}

/**
 * The numbers worth a chart: those with an interval first, at most two.
 * @param {Table} table
 * @param {Cell[][]} rows
 * @param {ReturnType<typeof shapeOf>} shape
 */
function numbers(table, rows, shape) {
  const varying = table.columns.filter((c) => c.role === 'value' && c !== shape.order && !shape.keys.includes(c)
    && !INDEX.test(c.name) && comparable(table, rows, c) && differs(table, rows, c.name));
  const sure = varying.filter((c) => estimated(table, c));
  const rest = varying.filter((c) => !BESIDE.test(c.name) && !ORDER.test(c.name));
  const any = sure.length > 0 ? sure : rest.filter((c) => c.unit).concat(rest.filter((c) => !c.unit));
  const chosen = [...any.filter((c) => CHIEF.test(c.name)), ...any.filter((c) => !CHIEF.test(c.name))];
  if (chosen.length === 0) return [];
  // A second chart in the same unit seldom says more than the first.
  const second = chosen.find((c) => c.unit !== nth(chosen, 0).unit);
  return [chosen[0], second].filter((c) => c !== undefined).map((c) => c.name);
}

/**
 * Whether the rows of a column can stand on one axis: one unit, and a scale that is more than a rank (`0-5`).
 * @param {Table} table
 * @param {Cell[][]} rows
 * @param {Column} c
 */
function comparable(table, rows, c) {
  if (/^-?\d+ ?(-|to) ?\d+$/.test(c.unit) && !/^(-1|0) ?(-|to) ?1$/.test(c.unit)) return false;
  const several = (/** @type {string} */ name) => {
    const at = columnAt(table, name);
    return at >= 0 && rows.some((row) => row[at] !== nth(rows, 0)[at]);
  };
  if (c.unit !== '' && !OWN_UNIT.test(c.unit)) return true;
  const of = /(?:unit )?of the (\w+?)s?$/.exec(c.unit)?.[1];
  if (several('unit') || (of && several(of))) return false;
  return !(BARE.test(c.name) && c.unit === '' && !estimated(table, c));
}

/** @param {Table} table @param {Cell[][]} rows @param {string} name */
function differs(table, rows, name) {
  const at = columnAt(table, name);
  const known = rows.map((row) => row[at]).filter((v) => typeof v === 'number');
  return known.length >= 2 && known.some((v) => v !== known[0]);
}

/** What is chosen at every step: a map of a few words. @param {Table} table @param {Cell[][]} rows @param {ReturnType<typeof shapeOf>} shape
 * @returns {Spec|null} */
function chosen(table, rows, shape) {
  const key = shape.keys[shape.keys.length - 1];
  if (!shape.order || !key || !shape.unique) return null;
  const { where, kept } = fixed(table, rows, shape.keys.slice(0, -1));
  const { order } = shape;
  const [steps, lines] = [count(table, kept, [order]), count(table, kept, [key])];
  if (steps < 3 || lines < 3) return null;
  // A word that hangs on one of both keys alone is no choice.
  const word = table.columns.find((c) => c.role === 'text' && !shape.keys.includes(c) && c !== order && isKey(table, kept, c)
    && count(table, kept, [c]) >= 2 && count(table, kept, [c]) <= MOST.lines
    && count(table, kept, [c, order]) > steps && count(table, kept, [c, key]) > lines);
  return word ? { kind: 'heatmap', x: order.name, series: key.name, y: word.name, title: '', ...(where.length > 0 ? { where } : {}) } : null;
}

/** Lines along an order, or a heat map where there are too many of them.
 * @param {Table} table @param {Cell[][]} rows @param {ReturnType<typeof shapeOf>} shape @param {string} y
 * @returns {Spec|null} */
function stepped(table, rows, shape, y) {
  const order = /** @type {Column} */ (shape.order);
  const series = shape.keys[shape.keys.length - 1];
  const { where, kept } = fixed(table, rows, shape.keys.slice(0, -1));
  if (!shape.unique || !differs(table, kept, y)) return null;
  if (!series && !estimated(table, columnOf(table, y))) {
    const unit = columnOf(table, y).unit;
    const ys = table.columns.filter((c) => c.role === 'value' && c.unit === unit && c !== order
      && kept.some((row) => typeof row[columnAt(table, c.name)] === 'number')).slice(0, MOST.ys);
    if (ys.length > 1) return { kind: 'lines', x: order.name, y, ys: ys.map((c) => c.name), title: '' };
  }
  const steps = count(table, kept, [order]);
  const lines = series ? count(table, kept, [series]) : 1;
  const base = { x: order.name, y, title: '', where, ...(series ? { series: series.name } : {}) };
  if (steps < 2 || kept.length / lines < 2) return crossed(table, rows, { ...shape, order: undefined }, y);
  if (series && lines > MOST.lines) return { kind: 'heatmap', ...base };
  return { kind: 'lines', ...base };
}

/** Bars, grouped bars or a heat map.
 * @param {Table} table @param {Cell[][]} rows @param {ReturnType<typeof shapeOf>} shape @param {string} y
 * @returns {Spec|null} */
function crossed(table, rows, shape, y) {
  const keys = shape.keys;
  if (keys.length === 0 || !shape.unique) return null;
  const plain = { kind: /** @type {'bars'} */ ('bars'), y, title: '' };
  const ordering = nth(keys, 0).role === 'value' ? { ordered: true } : {};
  const weak = (/** @type {Cell[][]} */ kept) => kept.length < 3 && !estimated(table, columnOf(table, y));
  if (keys.length === 1) return weak(rows) ? null : { ...plain, x: nth(keys, 0).name, ...ordering };
  const [down, across] = [nth(keys, -2), nth(keys, -1)];
  // A lead that leaves next to nothing is no lead: then all keys name the bars.
  if (keys.length > 2 && (keys.length === 3 || rows.length <= 2 * MOST.bars) && fixed(table, rows, keys.slice(0, -2)).kept.length < 8)
    return { ...plain, x: across.name, label: keys.slice(0, -1).map((c) => c.name) };
  const { where, kept } = fixed(table, rows, keys.slice(0, -2));
  if (!differs(table, kept, y) || weak(kept)) return null;
  const high = count(table, kept, [down]);
  const wide = count(table, kept, [across]);
  const full = kept.length / (high * wide);
  const few = Math.min(high, wide);
  if (full > 0.45 && few >= 4 && kept.length > 12)
    return { kind: 'heatmap', x: across.name, series: down.name, y, title: '', where };
  if (few >= 2 && few <= 4 && kept.length <= MOST.bars && full > 0.7 && STEPS.test((wide <= high ? across : down).name))
    return { ...plain, x: (wide <= high ? down : across).name, series: (wide <= high ? across : down).name, where };
  if (few <= 4 && kept.length > MOST.bars) {
    const [small, large] = /** @type {[Column, Column]} */ (wide <= high ? [across, down] : [down, across]);
    const one = fixed(table, kept, [small]);
    return differs(table, one.kept, y) ? { ...plain, x: large.name, where: [...where, ...one.where] } : null;
  }
  return { ...plain, x: across.name, label: [down.name], where };
}

/** Keeps the first row's values of these columns, which lead the table. @param {Table} table @param {Cell[][]} rows @param {Column[]} columns */
function fixed(table, rows, columns) {
  /** @type {Array<[string, Cell]>} */
  const where = columns.map((c) => [c.name, nth(rows, 0)[columnAt(table, c.name)] ?? null]);
  return { where, kept: filtered(table, rows, where) };
}

/**
 * The rows that a chart is about.
 * @param {Table} table
 * @param {Cell[][]} rows
 * @param {Array<[string, Cell]>|undefined} where
 * @returns {Cell[][]}
 */
export function filtered(table, rows, where) {
  const held = (where ?? []).map(([name, value]) => /** @type {[number, Cell]} */ ([columnAt(table, name), value]));
  return held.length === 0 ? rows : rows.filter((row) => held.every(([at, value]) => row[at] === value));
}

/** What moves the answer: a bar from its value at one end of an assumption to that at the other.
 * @param {Table} table @returns {Spec[]|null} */
function movers(table) {
  const moves = columnAt(table, 'moves');
  const name = table.columns.find((c) => c.role === 'text' && /^(name|rests_on|factor|assumption)$/.test(c.name));
  if (moves < 0 || !name) return null;
  if (!table.rows.some((row) => typeof row[moves] === 'number' && row[moves] !== 0)) return [];
  const low = table.columns.find((c) => /^.+_low$/.test(c.name) && c.role === 'value');
  const at = low ? [low.name, low.name.replace(/_low$/, '_high')] : ['at_low', 'at_high'];
  const both = at.every((end) => columnAt(table, end) >= 0);
  /** @type {Spec} */
  const spec = { kind: 'bars', x: name.name, y: 'moves', title: '' };
  if (both) spec.span = /** @type {[string, string]} */ (at);
  spec.title = both ? `${title(nth(at, 0).replace(/_?(at)?_?low$/, '') || 'the answer')} when one assumption goes from its low to its high end`
    : 'How far each assumption moves the answer';
  return [spec];
}

/** Tables whose rows have units of their own: one chart a measure. @param {Table} table @returns {Spec[]|null} */
function facets(table) {
  const y = table.columns.find((c) => c.role === 'value' && OWN_UNIT.test(c.unit));
  const by = columnAt(table, 'measure');
  if (!y || by < 0) return null;
  /** @type {Map<Cell, Cell[][]>} */
  const groups = new Map();
  for (const row of table.rows) {
    const measure = row[by] ?? null;
    groups.set(measure, [...(groups.get(measure) ?? []), row]);
  }
  const out = [];
  for (const [measure, rows] of groups) {
    if (out.length >= MOST.facets) break;
    if (rows.length < 2 || BESIDE.test(String(measure)) || !differs(table, rows, y.name)) continue;
    const unit = String(nth(rows, 0)[columnAt(table, 'unit')] ?? '');
    const columns = table.columns.map((c) => (c === y ? { ...c, unit } : c));
    out.push(...charts({ ...table, columns }, rows, [['measure', measure]]).filter((spec) => spec.y === y.name));
  }
  return out;
}

/** Several figures of one row in the same unit, side by side. @param {Table} table @returns {Spec[]} */
function oneRow(table) {
  const figures = table.columns.filter((c) => c.role === 'value' && !ORDER.test(c.name) && typeof nth(table.rows, 0)[columnAt(table, c.name)] === 'number');
  const head = figures.find((c) => estimated(table, c));
  if (!head) return [];
  const kind = (/** @type {Column} */ c) => c.unit.split(' ')[0] ?? '';
  const same = figures.filter((c) => kind(c) === kind(head));
  if (same.length < 3) return [];
  return [{ kind: 'bars', x: head.name, y: head.name, ys: same.map((c) => c.name), ordered: true, title: oneTitle(table) }];
}

/** @param {Spec} spec */
function titleOf(spec) {
  const measure = spec.where?.find(([name]) => name === 'measure')?.[1];
  const alone = measure && spec.y === 'value' ? String(measure) : spec.y;
  const what = spec.ys ? spec.ys.map(words).join(', ') : alone.replace(/^p_(.*)$/, 'probability ($1)').replace(/^p$/, 'probability');
  const keys = [...(spec.label ?? []), spec.x, ...(spec.series ? [spec.series] : [])].map(words);
  const by = keys.length > 1 ? keys.slice(0, -1).join(', ') + ' and ' + keys[keys.length - 1] : keys[0];
  const kept = (spec.where ?? []).filter(([name, value]) => name !== 'measure' && value !== null && value !== '')
    .map(([name, value]) => `${words(name)} ${words(cellText(value))}`);
  return `${title(what)} by ${by}${kept.length ? ': ' + kept.join(', ') : ''}`;
}

/** @param {Table} table */
function oneTitle(table) {
  const at = table.columns.findIndex((c) => c.role === 'text' && isKey(table, table.rows, c));
  return title(table.name) + (at < 0 ? '' : `: ${words(cellText(nth(table.rows, 0)[at]))}`);
}
