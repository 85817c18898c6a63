import { expect, it } from 'vitest';
import { planOf, statesOf } from '../src/lib/hedging';
import type { EngineRecord, RecordTable } from '../src/lib/types';

const table = (names: string[], ...rows: RecordTable['rows']): RecordTable => ({ columns: names.map((name) => ({ name, unit: '', help: '' })), rows });
const record: EngineRecord = {
  analysis: 'hedge', question: '', finding: '', scenario: { name: '', hash: '' }, params: {}, exact: true, provenance: {},
  tables: {
    policy: table(['state', 'year', 'belief', 'own_belief', 'begin', 'same'],
      ['EST', 2027, 0, false, '', 1], ['EST', 2026, 0, false, 'spend', 0.5], ['EST', 2026, 0.5, false, 'partners', 0.4], ['EST', 2027, 0.5, false, 'partners', 0.4],
      ['EST', 2026, 0.84, true, 'spend', 1], ['POL', 2026, 0, false, '', 1]),
    thresholds: table(['state', 'option', 'open', 'below', 'below_lo', 'below_hi', 'below_p05', 'below_p95'], ['EST', 'spend', true, 0.3, 0.2, 0.4, 0, 1], ['EST', 'arsenal', false, null, null, null, null, null]),
    guarantor: table(['state', 'reliability', 'reliability_p10', 'reliability_p90'], ['EST', 0.84, 0.66, 0.97]),
  },
};

it('reads a plan by year and belief, its own belief as a line', () => {
  const plan = planOf(record, 'EST');
  expect(statesOf(record)).toEqual(['EST', 'POL']);
  expect([plan.years, plan.beliefs, plan.kinds]).toEqual([[2026, 2027], [0, 0.5], ['partners', 'spend']]);
  expect(plan.choices.length).toBe(4);
  expect(plan.own).toEqual({ belief: 0.84, low: 0.66, high: 0.97 });
  expect(plan.thresholds.map((one) => [one.option, one.below, one.open])).toEqual([['spend', 0.3, true], ['arsenal', null, false]]);
});

it('has no line where nothing is said of the guarantor', () => {
  expect(planOf(record, 'POL').own).toBeNull();
});
