import { t } from '../words/frame';
import type { Cell, EngineRecord } from './types';

/** Three significant digits, whole numbers whole up to a million. */
export function three(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e6 || size < 1e-3)) return value.toExponential(2);
  return String(Number(value.toPrecision(3)));
}

export function plain(cell: Cell | undefined): string {
  if (cell === null || cell === undefined || cell === '') return '-';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'number' ? three(cell) : cell;
}

/** `art5` as people write it; other ids with spaces. */
export function article(id: string): string {
  const found = /^art(\d+[a-z]?)(?:_(.+))?$/.exec(id);
  if (!found) return id.replaceAll('_', ' ');
  return t.article(`${found[1]}${found[2] ? `(${found[2].replaceAll('_', ')(')})` : ''}`);
}

export const words = (id: string): string => id.replaceAll('_', ' ');

/** Rows of a table as objects by column. A table that is not there has none. */
export function rowsOf(record: EngineRecord | undefined, table: string): Record<string, Cell>[] {
  const found = record?.tables[table];
  if (!found) return [];
  return found.rows.map((row) =>
    Object.fromEntries(found.columns.map((column, at) => [column.name, row[at] ?? null])),
  );
}

export const text = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

/** `from 1919-08-08`, `1867-06-08 to 1918-11-11` and the like, as a span of days. */
export function spanOf(note: string): { from: string; to: string } {
  const days = note.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  const from = days[0] ?? '';
  return { from, to: days.length > 1 ? (days[days.length - 1] ?? '') : '' };
}

export const holds = (span: { from: string; to: string }, on: string): boolean =>
  (span.from === '' || span.from <= on) && (span.to === '' || on <= span.to);

export const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));

/** Saves a text as a file. */
export function save(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
