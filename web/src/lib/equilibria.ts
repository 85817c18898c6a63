/** A map of equilibria over two assumptions: every cell is one run of the engine. */
import { rowsOf, text } from './format';
import type { Cell, EngineRecord, Field, RecordTable } from './types';

export interface Axis {
  name: string;
  unit: string;
  help: string;
  low: number;
  high: number;
  /** The value that the record of the page was computed with. */
  now: number;
}

export interface Spot {
  x: number;
  y: number;
  record: EngineRecord;
}

/** Assumptions that a map can run along: those with a range and a value in this record. */
export function axesOf(fields: readonly Field[], record: EngineRecord): Axis[] {
  return fields.flatMap(({ name, unit, help, type, low, high }) => {
    const now = record.params[name];
    return type === 'number' && low !== null && high !== null && low < high && typeof now === 'number'
      ? [{ name, unit, help, low, high, now }]
      : [];
  });
}

/** Values from end to end at equal steps, without the dust of binary fractions. */
export const stepsOf = (axis: Axis, count: number): number[] =>
  Array.from({ length: count }, (_, at) => Number((axis.low + ((axis.high - axis.low) * at) / (count - 1)).toPrecision(6)));

/**
 * What comes of one contingency: it is attacked where that pays by itself, only where each expects the
 * others to attack, or not at all.
 */
export type Fate = 'held' | 'conditional' | 'attacked';

const members = (set: string): string[] => (set === 'none' ? [] : set.split('+'));

/** The least and the greatest equilibrium with facts and assumptions at their values. */
export function endsOf(record: EngineRecord): { least: string; greatest: string } {
  const rows = rowsOf(record, 'equilibria');
  const row = rows.find((one) => one.central === true) ?? rows[0];
  return { least: text(row?.least) || 'none', greatest: text(row?.greatest) || 'none' };
}

export function fateOf(record: EngineRecord, contingency: string): Fate {
  const { least, greatest } = endsOf(record);
  if (members(least).includes(contingency)) return 'attacked';
  return members(greatest).includes(contingency) ? 'conditional' : 'held';
}

/** Both ends as one name, for a map of all contingencies together. */
export function regionOf(record: EngineRecord): string {
  const { least, greatest } = endsOf(record);
  return least === greatest ? least : `${least} > ${greatest}`;
}

const row = (record: EngineRecord, contingency: string) => rowsOf(record, 'central').find((one) => one.contingency === contingency);

/** What attacking is worth there; nothing where the record does not say. */
export function gainOf(record: EngineRecord, contingency: string): number | null {
  const gain = row(record, contingency)?.gain;
  return typeof gain === 'number' ? gain : null;
}

/** The cells of the map as a table, so that nobody needs to see the picture. */
export function tableOf(spots: readonly Spot[], x: Axis, y: Axis, contingency: string): RecordTable {
  const rows = spots.map(({ x: across, y: up, record }): Cell[] => {
    const { least, greatest } = endsOf(record);
    const one = row(record, contingency);
    return [across, up, ...(contingency ? [one?.gain ?? null, one?.p_win ?? null] : []), least, greatest];
  });
  const column = (name: string, unit = '') => ({ name, unit, help: '' });
  return {
    columns: [
      column(x.name, x.unit), column(y.name, y.unit),
      ...(contingency ? [column('gain', 'prize'), column('p_win', 'probability')] : []),
      column('least'), column('greatest'),
    ],
    rows: rows.sort((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1])),
  };
}

/** Where the decision about a contingency turns round along an axis, with its 90 % interval over honour. */
export function turnOf(record: EngineRecord, contingency: string, stake: string): { at: number; low: number; high: number } | null {
  const found = rowsOf(record, 'turns').find((one) => one.contingency === contingency && one.stake === stake);
  if (typeof found?.turns_at !== 'number') return null;
  const end = (cell: Cell | undefined) => (typeof cell === 'number' ? cell : (found.turns_at as number));
  return { at: found.turns_at, low: end(found.turns_at_lo), high: end(found.turns_at_hi) };
}

/** Does `work` for every item, at most `most` of them at a time. */
export async function inTurns<T>(items: readonly T[], most: number, work: (item: T) => Promise<void>, stopped: () => boolean): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length && !stopped()) await work(items[next++] as T);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
}
