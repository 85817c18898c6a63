/** Variants of a study against its baseline: differences that the engine took draw by draw. */
import { rowsOf, text } from './format';
import type { Cell, EngineRecord, RecordTable } from './types';

export interface Choice {
  measure: string;
  set: string;
  element: string;
}

/** What can be chosen, in the order of the record: sets and elements of the measure, and of that set. */
export function choicesOf(record: EngineRecord, wanted: Choice): { measures: string[]; sets: string[]; elements: string[]; chosen: Choice } {
  const rows = rowsOf(record, 'comparison');
  const among = (column: string, of: typeof rows) => [...new Set(of.map((row) => text(row[column])))];
  const pick = (list: string[], one: string) => (list.includes(one) ? one : (list[0] ?? ''));
  const measures = among('measure', rows);
  const measure = pick(measures, wanted.measure);
  const ofMeasure = rows.filter((row) => row.measure === measure);
  const sets = among('set', ofMeasure);
  const set = pick(sets, wanted.set);
  const elements = among('element', ofMeasure.filter((row) => text(row.set) === set));
  return { measures, sets, elements, chosen: { measure, set, element: pick(elements, wanted.element) } };
}

/** The variant that the others are compared with: it alone has no difference anywhere. */
export function baselineOf(record: EngineRecord): string {
  const rows = rowsOf(record, 'comparison');
  const differing = new Set(rows.filter((row) => row.diff !== null).map((row) => text(row.variant)));
  return rows.map((row) => text(row.variant)).find((variant) => !differing.has(variant)) ?? '';
}

const ENDS = ['', '_lo', '_hi', '_p05', '_p95'];

/** Differences of the variants, the lowest first, with the value beside. */
export function againstBaseline(record: EngineRecord, chosen: Choice): RecordTable {
  const rows = rowsOf(record, 'comparison').filter(
    (row) => row.measure === chosen.measure && text(row.set) === chosen.set && text(row.element) === chosen.element && row.diff !== null,
  );
  const unit = text(rows[0]?.unit);
  const lowest = new Map<string, number>();
  for (const row of rows) lowest.set(text(row.variant), Math.min(lowest.get(text(row.variant)) ?? Infinity, Number(row.diff)));
  rows.sort((a, b) => (lowest.get(text(a.variant)) ?? 0) - (lowest.get(text(b.variant)) ?? 0));
  const names = ['diff', 'value'].flatMap((name) => ENDS.map((end) => name + end));
  return {
    columns: [{ name: 'variant', unit: '', help: '' }, { name: 'belief', unit: '', help: '' }, ...names.map((name) => ({ name, unit, help: '' }))],
    rows: rows.map((row): Cell[] => [row.variant ?? null, row.belief ?? null, ...names.map((name) => row[name] ?? null)]),
  };
}
