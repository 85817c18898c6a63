import { describe, expect, it } from 'vitest';
import { besideOf, differencesOf, keysOf, measuresOf, nameOf, tablesOf, variantText } from '../src/lib/compare';
import type { EngineRecord, RecordTable } from '../src/lib/types';

const table = (names: string[], ...rows: RecordTable['rows']): RecordTable => ({ columns: names.map((name) => ({ name, unit: '%', help: '' })), rows });
const record = (tables: EngineRecord['tables']): EngineRecord =>
  ({ analysis: 'ledger', question: '', finding: '', scenario: { name: '', hash: '' }, params: {}, tables, exact: false, provenance: {} });
const gap = ['set', 'gap', 'gap_lo', 'gap_hi', 'worst'];
const first = record({
  gap: table(gap, ['baltic', 10, 8, 12, 'drones'], ['taiwan', 40, 35, 45, 'ships'], ['gulf', 5, 4, 6, 'ships']),
  days: table(['set', 'day', 'short'], ['baltic', 0, 1], ['baltic', 5, 2]),
});
const second = record({
  gap: table(gap, ['baltic', 20, 17, 23, 'drones'], ['taiwan', 41, 36, 46, 'planes'], ['korea', 1, 0, 2, 'ships']),
  days: table(['set', 'day', 'short'], ['baltic', 0, 1], ['baltic', 5, 2]),
});

describe('records side by side', () => {
  it('names rows by leading texts, and by more where these are not enough', () => {
    expect(keysOf([first.tables.gap as RecordTable, second.tables.gap as RecordTable])).toBe(1);
    expect(keysOf([first.tables.days as RecordTable])).toBe(2);
    expect(keysOf([table(['a', 'b'], ['x', 'y'])])).toBe(1);
    expect(nameOf(['baltic_2', 5, 1], 2)).toBe('baltic 2, 5');
  });
  it('lists cells that differ, figures by their share of the largest, texts last', () => {
    const { cells, onlyFirst, onlySecond, compared } = differencesOf(first, second);
    expect(cells.map((one) => [one.table, one.row, one.column, one.diff])).toEqual([['gap', 'baltic', 'gap', 10], ['gap', 'taiwan', 'gap', 1], ['gap', 'taiwan', 'worst', null]]);
    expect(cells[0]?.share).toBeCloseTo(10 / 41);
    expect([onlyFirst, onlySecond, compared]).toEqual([['gap: gulf'], ['gap: korea'], 6]);
    expect(differencesOf(first, first).cells).toEqual([]);
  });
  it('lays one measure of all beside the first, those that differ most', () => {
    const sides = [{ title: 'A', record: first }, { title: 'B', record: second }];
    expect([tablesOf(sides), measuresOf(sides, 'gap')]).toEqual([['gap', 'days'], ['gap']]);
    const found = besideOf(sides, 'gap', 'gap', 1);
    expect(found.columns.map((one) => one.name)).toEqual(['row', 'scenario', 'gap', 'gap_lo', 'gap_hi', 'less_first']);
    expect(found.rows).toEqual([['baltic', 'A', 10, 8, 12, null], ['baltic', 'B', 20, 17, 23, 10]]);
    expect(besideOf(sides, 'gap', 'gap', 9).rows.filter((row) => row[0] === 'korea')).toEqual([['korea', 'B', 1, 0, 2, null]]);
  });
});

it('writes a variant as a scenario with levers', () => {
  expect(variantText('mine', 'baltic', ['pact_a'])).toBe('[scenario]\nname = "mine"\nbase = "baltic"\n\n[[lever]]\ncard = "pact_a"\n');
});
