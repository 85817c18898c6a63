import { expect, it } from 'vitest';
import { holdOf, wellsOf } from '../src/lib/landscape';
import type { EngineRecord, RecordTable } from '../src/lib/types';

const table = (names: string[], ...rows: RecordTable['rows']): RecordTable => ({ columns: names.map((name) => ({ name, unit: '', help: '' })), rows });
const record: EngineRecord = {
  analysis: 'alignment', question: '', finding: '', scenario: { name: '', hash: '' }, params: {}, exact: true, provenance: {},
  tables: {
    minima: table(['energy', 'energy_p05', 'energy_p95', 'depth', 'basin', 'stable_in'], [-20, -25, -15, 1, 30, 0.9], [-10, null, null, 2, 10, null]),
    states: table(['minimum', 'state', 'camp', 'frustration', 'if_it_moved'], [1, 'FRA', 'b', -3, -1], [1, 'GBR', 'a', -2, 4], [1, 'ITA', 'b', -3, 5], [2, 'FRA', 'a', 0, 1]),
    fit: table(['configuration', 'wrong', 'size_right'], ['1', 'FRA, ITA', 0.8], ['baseline: all in one camp', null, null]),
  },
};

it('reads configurations as wells, with their sides', () => {
  const [first, second] = wellsOf(record);
  expect(first).toMatchObject({ number: 1, energy: -20, low: -25, high: -15, share: 0.75, stable: 0.9, wrong: ['FRA', 'ITA'], right: 0.8 });
  expect(first?.camps.map((camp) => [camp.letter, camp.states.map((one) => one.state)])).toEqual([['a', ['GBR']], ['b', ['ITA', 'FRA']]]);
  expect(second).toMatchObject({ energy: -10, low: -10, high: -10, share: 0.25, stable: null, wrong: null });
  expect(holdOf({ state: 'FRA', frustration: -3, moved: -1 })).toBe(2);
});

it('has no wells where the record has none', () => {
  expect(wellsOf({ ...record, tables: {} })).toEqual([]);
});
