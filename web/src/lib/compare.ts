/** Records of one analysis side by side, and where they differ. */
import { three } from './format';
import type { Card, Cell, EngineRecord, RecordTable } from './types';

export interface Side {
  title: string;
  record: EngineRecord;
}

export interface Difference {
  table: string;
  row: string;
  column: string;
  unit: string;
  first: Cell;
  second: Cell;
  /** Second less first; null where they are texts. */
  diff: number | null;
  /** Of the largest figure of that column in either record; 1 for texts that differ. */
  share: number;
}

const END = /_(lo|hi|p05|p95)$/;

/** Analyses that can be asked of several scenarios. */
export const isComparable = (card: Card): boolean =>
  card.subject.kind === 'scenario' || card.fields.some((field) => field.name === 'scenario') || ['event', 'state', 'patron'].includes(card.subject.kind);

/**
 * How many columns from the left name a row: all leading texts, and more until no two rows of a table
 * have one name. Tables begin with what names their rows.
 */
export function keysOf(tables: readonly RecordTable[]): number {
  const width = Math.min(...tables.map((one) => one.columns.length));
  const texts = (at: number) => tables.every((one) => one.rows.every((row) => typeof row[at] === 'string' || row[at] === null));
  const unique = (count: number) => tables.every((one) => new Set(one.rows.map((row) => nameOf(row, count))).size === one.rows.length);
  let count = 0;
  while (count < width && texts(count)) count += 1;
  // Texts alone name nothing where the last of them is the answer; one at least is left to compare.
  count = Math.max(1, Math.min(count, width - 1));
  while (count < width - 1 && !unique(count)) count += 1;
  return count;
}

export const nameOf = (row: readonly Cell[], keys: number): string =>
  row.slice(0, keys).map((cell) => (cell === null || cell === '' ? '' : typeof cell === 'number' ? three(cell) : String(cell))).filter(Boolean).join(', ').replaceAll('_', ' ');

/** Rows by name; of equal names the first. */
const byName = (table: RecordTable, keys: number): Map<string, Cell[]> => {
  const found = new Map<string, Cell[]>();
  for (const row of table.rows) if (!found.has(nameOf(row, keys))) found.set(nameOf(row, keys), row);
  return found;
};

/** Cells in which two records differ, the largest first; and rows that only one of them has. */
export function differencesOf(first: EngineRecord, second: EngineRecord): { cells: Difference[]; onlyFirst: string[]; onlySecond: string[]; compared: number } {
  const cells: Difference[] = [];
  const [onlyFirst, onlySecond]: [string[], string[]] = [[], []];
  let compared = 0;
  for (const [name, one] of Object.entries(first.tables)) {
    const other = second.tables[name];
    if (!other || one.columns.length === 0) continue;
    const keys = keysOf([one, other]);
    const [rows, others] = [byName(one, keys), byName(other, keys)];
    onlyFirst.push(...[...rows.keys()].filter((key) => !others.has(key)).map((key) => `${name}: ${key}`));
    onlySecond.push(...[...others.keys()].filter((key) => !rows.has(key)).map((key) => `${name}: ${key}`));
    one.columns.forEach((column, at) => {
      const there = other.columns.findIndex((found) => found.name === column.name);
      if (at < keys || there < 0 || END.test(column.name)) return;
      const numbers = [...one.rows.map((row) => row[at]), ...other.rows.map((row) => row[there])].filter((cell) => typeof cell === 'number');
      const most = Math.max(0, ...numbers.map(Math.abs));
      for (const [key, row] of rows) {
        const match = others.get(key);
        if (!match) continue;
        const [a, b] = [row[at] ?? null, match[there] ?? null];
        compared += 1;
        if (a === b) continue;
        const diff = typeof a === 'number' && typeof b === 'number' ? b - a : null;
        if (diff !== null && Math.abs(diff) <= 1e-9 * most) continue;
        cells.push({ table: name, row: key, column: column.name, unit: column.unit, first: a, second: b, diff, share: diff === null ? 1 : Math.abs(diff) / (most || 1) });
      }
    });
  }
  // Figures first: how far a text is from another is no number.
  cells.sort((a, b) => Number(a.diff === null) - Number(b.diff === null) || b.share - a.share);
  return { cells, onlyFirst, onlySecond, compared };
}

/** Columns that can be compared: figures, without the ends of intervals. */
export function measuresOf(sides: readonly Side[], table: string): string[] {
  const tables = sides.map((side) => side.record.tables[table]).filter((one) => one !== undefined);
  const one = tables[0];
  if (!one) return [];
  const keys = keysOf(tables);
  return one.columns.filter((column, at) => at >= keys && !END.test(column.name) && one.rows.some((row) => typeof row[at] === 'number')).map((column) => column.name);
}

/** Tables that hold figures, in the order of the first record. */
export const tablesOf = (sides: readonly Side[]): string[] =>
  Object.keys(sides[0]?.record.tables ?? {}).filter((name) => measuresOf(sides, name).length > 0);

/** One measure of every side by row: what a chart and a table show. `most` rows, those that differ most. */
export function besideOf(sides: readonly Side[], table: string, measure: string, most: number): RecordTable {
  const tables = sides.map((side) => side.record.tables[table]);
  const present = tables.filter((one) => one !== undefined);
  const keys = present.length > 0 ? keysOf(present) : 1;
  const maps = tables.map((one) => (one ? byName(one, keys) : new Map<string, Cell[]>()));
  const at = (side: number, column: string) => tables[side]?.columns.findIndex((one) => one.name === column) ?? -1;
  const value = (side: number, key: string, column: string): number | null => {
    const cell = maps[side]?.get(key)?.[at(side, column)];
    return typeof cell === 'number' ? cell : null;
  };
  const names = [...new Set(maps.flatMap((map) => [...map.keys()]))];
  const reach = (key: string) => {
    const values = sides.map((_, side) => value(side, key, measure)).filter((one) => one !== null);
    return values.length > 1 ? Math.max(...values) - Math.min(...values) : 0;
  };
  const kept = new Set([...names].sort((a, b) => reach(b) - reach(a)).slice(0, most));
  const column = tables[0]?.columns.find((one) => one.name === measure);
  const ends = ['_lo', '_hi', '_p05', '_p95'].filter((end) => at(0, measure + end) >= 0);
  return {
    columns: [
      { name: 'row', unit: '', help: '' }, { name: 'scenario', unit: '', help: '' },
      { name: measure, unit: column?.unit ?? '', help: column?.help ?? '' },
      ...ends.map((end) => ({ name: measure + end, unit: column?.unit ?? '', help: '' })),
      { name: 'less_first', unit: column?.unit ?? '', help: '' },
    ],
    rows: names.filter((key) => kept.has(key)).flatMap((key) => sides.flatMap((side, which): Cell[][] => {
      const [mine, first] = [value(which, key, measure), value(0, key, measure)];
      if (mine === null) return [];
      return [[key, side.title, mine, ...ends.map((end) => value(which, key, measure + end)), which === 0 || first === null ? null : mine - first]];
    })),
  };
}

/** A scenario of levers, as text. */
export const variantText = (name: string, base: string, levers: readonly string[]): string =>
  `[scenario]\nname = ${JSON.stringify(name)}\nbase = ${JSON.stringify(base)}\n${levers.map((lever) => `\n[[lever]]\ncard = ${JSON.stringify(lever)}\n`).join('')}`;
