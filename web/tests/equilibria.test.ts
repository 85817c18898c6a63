import { describe, expect, it } from 'vitest';
import { axesOf, endsOf, fateOf, gainOf, inTurns, regionOf, stepsOf, tableOf, turnOf, type Axis } from '../src/lib/equilibria';
import type { EngineRecord, Field, RecordTable } from '../src/lib/types';

const table = (names: string[], ...rows: RecordTable['rows']): RecordTable => ({ columns: names.map((name) => ({ name, unit: '', help: '' })), rows });
const record = (tables: EngineRecord['tables'], params = {}): EngineRecord =>
  ({ analysis: 'deterrence', question: '', finding: '', scenario: { name: '', hash: '' }, params, tables, exact: false, provenance: {} });
const two = record({
  equilibria: table(['least', 'greatest', 'central'], ['none', 'baltic', false], ['taiwan', 'baltic+taiwan', true]),
  central: table(['contingency', 'gain', 'p_win'], ['taiwan', 0.4, 0.7], ['baltic', -0.1, 0.3]),
  turns: table(['contingency', 'stake', 'turns_at', 'turns_at_lo', 'turns_at_hi'], ['taiwan', 'cost', 0.59, 0.57, null], ['baltic', 'cost', null, null, null]),
});
const axis: Axis = { name: 'cost', unit: 'prize', help: '', low: 0.05, high: 0.6, now: 0.2 };

describe('a map of equilibria', () => {
  it('takes the ends with facts at their values', () => {
    expect(endsOf(two)).toEqual({ least: 'taiwan', greatest: 'baltic+taiwan' });
    expect(regionOf(two)).toBe('taiwan > baltic+taiwan');
    expect(endsOf(record({}))).toEqual({ least: 'none', greatest: 'none' });
  });
  it('tells what comes of each contingency', () => {
    expect(['taiwan', 'baltic', 'korea'].map((one) => fateOf(two, one))).toEqual(['attacked', 'conditional', 'held']);
    expect([gainOf(two, 'taiwan'), gainOf(two, 'korea')]).toEqual([0.4, null]);
  });
  it('runs along assumptions with a range alone', () => {
    const field = (name: string, low: number | null, high: number | null): Field =>
      ({ name, type: 'number', unit: '', help: '', source: '', default: '', choices: [], of: '', low, high, repeated: false, required: false });
    const found = axesOf([field('cost', 0.05, 0.6), field('prize', null, null), field('gone', 0, 1)], record({}, { cost: 0.2, prize: 1 }));
    expect(found.map((one) => [one.name, one.now])).toEqual([['cost', 0.2]]);
    expect(stepsOf(axis, 3)).toEqual([0.05, 0.325, 0.6]);
  });
  it('gives its cells as a table', () => {
    const found = tableOf([{ x: 2, y: 1, record: two }, { x: 1, y: 1, record: two }], { ...axis, name: 'mu' }, axis, 'taiwan');
    expect(found.rows).toEqual([[1, 1, 0.4, 0.7, 'taiwan', 'baltic+taiwan'], [2, 1, 0.4, 0.7, 'taiwan', 'baltic+taiwan']]);
  });
  it('knows where a decision turns round', () => {
    expect(turnOf(two, 'taiwan', 'cost')).toEqual({ at: 0.59, low: 0.57, high: 0.59 });
    expect(turnOf(two, 'baltic', 'cost')).toBeNull();
  });
});

it('works at most so many at a time, and stops', async () => {
  let busy = 0;
  let most = 0;
  const done: number[] = [];
  await inTurns([1, 2, 3, 4, 5], 2, async (one) => {
    most = Math.max(most, ++busy);
    await Promise.resolve();
    busy -= 1;
    done.push(one);
  }, () => done.length >= 4);
  expect(most).toBe(2);
  expect(done.length).toBeLessThanOrEqual(5);
  expect(done.length).toBeGreaterThanOrEqual(4);
});
