import { expect, it } from 'vitest';
import { againstBaseline, baselineOf, choicesOf } from '../src/lib/study';
import type { EngineRecord } from '../src/lib/types';

const names = ['variant', 'belief', 'measure', 'set', 'element', 'unit', 'value', 'value_lo', 'value_hi', 'value_p05', 'value_p95', 'diff', 'diff_lo', 'diff_hi', 'diff_p05', 'diff_p95'];
const row = (variant: string, measure: string, set: string, element: string, value: number, diff: number | null) =>
  [variant, 'as_is', measure, set, element, '%', value, value - 1, value + 1, null, null, diff, diff === null ? null : diff - 0.5, diff === null ? null : diff + 0.5, null, null];
const record: EngineRecord = {
  analysis: 'study', question: '', finding: '', scenario: { name: '', hash: '' }, params: {}, exact: false, provenance: {},
  tables: {
    comparison: {
      columns: names.map((name) => ({ name, unit: '', help: '' })),
      rows: [
        row('today', 'gap', 'baltic', '', 30, null), row('alone', 'gap', 'baltic', '', 31, 1), row('pooled', 'gap', 'baltic', '', 20, -10),
        row('pooled', 'shortfall', 'baltic', 'drones', 5, -1), row('pooled', 'shortfall', 'taiwan', 'ships', 7, -2), row('pooled', 'cost', '', '', 9, 9),
      ],
    },
  },
};

it('offers the sets and elements that a measure has', () => {
  expect(choicesOf(record, { measure: 'shortfall', set: 'taiwan', element: '' })).toEqual({
    measures: ['gap', 'shortfall', 'cost'], sets: ['baltic', 'taiwan'], elements: ['ships'], chosen: { measure: 'shortfall', set: 'taiwan', element: 'ships' },
  });
  expect(choicesOf(record, { measure: 'gone', set: 'taiwan', element: 'ships' }).chosen).toEqual({ measure: 'gap', set: 'baltic', element: '' });
  expect(choicesOf({ ...record, tables: {} }, { measure: '', set: '', element: '' }).measures).toEqual([]);
});

it('puts variants against the baseline, the lowest first', () => {
  expect(baselineOf(record)).toBe('today');
  const table = againstBaseline(record, { measure: 'gap', set: 'baltic', element: '' });
  expect(table.columns.slice(0, 5).map((one) => one.name)).toEqual(['variant', 'belief', 'diff', 'diff_lo', 'diff_hi']);
  expect(table.rows.map((one) => [one[0], one[2], one[7]])).toEqual([['pooled', -10, 20], ['alone', 1, 31]]);
});
