/** What differs between two records, state by state: tables whose rows are named by a state. */
import { keysOf, measuresOf, nameOf, type Side } from './compare';
import { three } from './format';
import type { Cell, RecordTable } from './types';

export interface Change {
  state: string;
  first: number;
  second: number;
  /** Second less first. */
  diff: number;
  /** Whether its sign is: the intervals of the two figures lie apart, or neither has one. */
  certain: boolean;
}

/** Steps of the scale on either side of nothing. */
export const STEPS = 3;

/** The column that names states, of those that name rows; -1 where none does. */
export function stateColumn(tables: readonly RecordTable[], states: ReadonlySet<string>): number {
  const keys = keysOf(tables);
  for (let at = 0; at < keys; ++at) {
    const cells = tables.flatMap((table) => table.rows.map((row) => row[at])).filter((cell) => typeof cell === 'string' && cell !== '');
    const known = cells.filter((cell) => states.has(String(cell)));
    if (known.length > 0 && 2 * known.length >= cells.length) return at;
  }
  return -1;
}

const both = (first: Side, second: Side, table: string): RecordTable[] =>
  [first, second].map((side) => side.record.tables[table]).filter((one) => one !== undefined);

/** Tables with rows by state and figures that both records have, in the order of the first. */
export function tablesByState(first: Side, second: Side, states: ReadonlySet<string>): string[] {
  return Object.keys(first.record.tables).filter((name) => {
    const tables = both(first, second, name);
    return tables.length === 2 && stateColumn(tables, states) >= 0 && measuresOf([first, second], name).length > 0;
  });
}

/** What else names rows beside the state, each once: a map shows one of them at a time. */
export function slicesOf(first: Side, second: Side, table: string, states: ReadonlySet<string>): string[] {
  const tables = both(first, second, table);
  if (tables.length < 2) return [];
  const [at, keys] = [stateColumn(tables, states), keysOf(tables)];
  const known = new Set(tables[1]?.rows.map((row) => sliceOf(row, keys, at)));
  return [...new Set(tables[0]?.rows.map((row) => sliceOf(row, keys, at)))].filter((one) => known.has(one));
}

const sliceOf = (row: readonly Cell[], keys: number, state: number): string => nameOf(row.slice(0, keys).filter((_, at) => at !== state), keys);

/** A figure of both records by state, those that differ most first. */
export function changesOf(first: Side, second: Side, table: string, measure: string, slice: string, states: ReadonlySet<string>): Change[] {
  const tables = both(first, second, table);
  if (tables.length < 2) return [];
  const [at, keys] = [stateColumn(tables, states), keysOf(tables)];
  const read = (of: RecordTable) => {
    const column = (name: string) => of.columns.findIndex((one) => one.name === name);
    const [value, low, high] = [column(measure), column(`${measure}_lo`), column(`${measure}_hi`)];
    const found = new Map<string, [number, number, number]>();
    for (const row of of.rows) {
      const [state, cell] = [String(row[at]), row[value]];
      if (!states.has(state) || found.has(state) || sliceOf(row, keys, at) !== slice || typeof cell !== 'number') continue;
      const end = (place: number) => (typeof row[place] === 'number' ? row[place] : cell);
      found.set(state, [cell, end(low), end(high)]);
    }
    return found;
  };
  const [one, two] = [read(tables[0] as RecordTable), read(tables[1] as RecordTable)];
  const changes: Change[] = [];
  for (const [state, [a, aLow, aHigh]] of one) {
    const [b, bLow, bHigh] = two.get(state) ?? [NaN, NaN, NaN];
    if (!Number.isNaN(b)) changes.push({ state, first: a, second: b, diff: b - a, certain: a === b || bLow > aHigh || bHigh < aLow });
  }
  return changes.sort((a, b) => Math.abs(b.diff) - Math.abs(a.diff) || a.state.localeCompare(b.state));
}

/** The step of a difference, from -STEPS to STEPS; 0 for none. */
export function stepOf(diff: number, most: number): number {
  if (most <= 0 || Math.abs(diff) <= 1e-9 * most) return 0;
  return Math.sign(diff) * Math.min(STEPS, Math.ceil((Math.abs(diff) / most) * STEPS - 1e-9));
}

/** Where a step begins and ends, as people read it. */
export function rangeOf(step: number, most: number): string {
  if (step === 0) return '0';
  const [near, far] = [((Math.abs(step) - 1) * most) / STEPS, (Math.abs(step) * most) / STEPS];
  const sign = step < 0 ? '−' : '+';
  return `${near === 0 ? '0' : sign + three(near)} … ${sign}${three(far)}`;
}
