import { expect, it } from 'vitest';
import { changesOf, rangeOf, slicesOf, stateColumn, stepOf, tablesByState } from '../src/lib/differenceMap';
import type { Side } from '../src/lib/compare';
import type { RecordTable } from '../src/lib/types';

const states = new Set(['EST', 'POL', 'USA']);
const table = (names: string[], ...rows: RecordTable['rows']): RecordTable => ({ columns: names.map((name) => ({ name, unit: '%', help: '' })), rows });
const side = (title: string, tables: { [name: string]: RecordTable }): Side => ({
  title,
  record: { analysis: '', question: '', finding: '', scenario: { name: '', hash: '' }, params: {}, tables, exact: false, provenance: {} },
});
const columns = ['state', 'lost', 'lost_lo', 'lost_hi'];
const years = ['year', 'subject', 'value'];
const first = side('A', {
  sets: table(['set', 'gap'], ['baltic', 3], ['gulf', 4]),
  security: table(columns, ['EST', 0.5, 0.4, 0.6], ['POL', 0.2, 0.15, 0.25], ['USA', 0.1, null, null]),
  years: table(years, ['2026', 'EST', 1], ['2026', 'all', 2], ['2030', 'EST', 3]),
});
const second = side('B', {
  sets: table(['set', 'gap'], ['baltic', 5], ['gulf', 4]),
  security: table(columns, ['EST', 0.9, 0.8, 1], ['POL', 0.22, 0.17, 0.27], ['USA', 0.1, null, null]),
  years: table(years, ['2026', 'EST', 1], ['2026', 'all', 2], ['2030', 'EST', 7]),
});

it('knows tables whose rows are named by states', () => {
  expect(tablesByState(first, second, states)).toEqual(['security', 'years']);
  expect(stateColumn([first.record.tables.sets as RecordTable], states)).toBe(-1);
  expect(stateColumn([first.record.tables.years as RecordTable], states)).toBe(1);
});

it('takes the second less the first, the largest first, certain where intervals lie apart', () => {
  const found = changesOf(first, second, 'security', 'lost', '', states);
  expect(found.map((one) => [one.state, one.certain])).toEqual([['EST', true], ['POL', false], ['USA', true]]);
  expect(found[0]?.diff).toBeCloseTo(0.4);
  expect(changesOf(first, second, 'nowhere', 'lost', '', states)).toEqual([]);
});

it('shows one slice of rows that more than the state names', () => {
  expect(slicesOf(first, second, 'years', states)).toEqual(['2026', '2030']);
  expect(changesOf(first, second, 'years', 'value', '2030', states)).toEqual([{ state: 'EST', first: 3, second: 7, diff: 4, certain: true }]);
});

it('has as many steps to either side', () => {
  expect([-4, -3.9, -1, 0, 0.1, 2.7, 4].map((diff) => stepOf(diff, 4))).toEqual([-3, -3, -1, 0, 1, 3, 3]);
  expect(stepOf(1, 0)).toBe(0);
  expect([rangeOf(0, 3), rangeOf(2, 3), rangeOf(-1, 3)]).toEqual(['0', '+1 … +2', '0 … −1']);
});
