import { describe, expect, it } from 'vitest';
import { cividis, drawChart, drawTable, nice, parseTable, suggestCharts, three, ticks, toCsv } from '../charts/index.js';

const column = (name: string, unit = '') => ({ name, unit, help: `${name} helps` });

describe('numbers', () => {
  it('shows three digits and no tail', () => {
    expect([0, -0, 12, 0.123456, 1234.5, 1e7, 0.0001234, Infinity].map(three)).toEqual(['0', '0', '12', '0.123', '1230', '1.00e7', '1.23e-4', '-']);
  });
  it('marks a range with round steps', () => {
    expect(ticks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticks(-3, 12, 5)).toEqual([0, 5, 10]);
    expect(ticks(2, 2)).toEqual([2]);
  });
  it('holds every value in the range it picks', () => {
    for (const values of [[3, 8], [-0.2, 0.4], [100, 1000], [5, 5], [0, 0], [-7, -7]]) {
      const [low, high] = nice(values, true);
      expect(low).toBeLessThanOrEqual(Math.min(...values));
      expect(high).toBeGreaterThanOrEqual(Math.max(...values));
    }
  });
  it('runs from dark blue to yellow', () => {
    expect(cividis(0)).toEqual({ css: 'rgb(0 32 81)', dark: true });
    expect(cividis(1).dark).toBe(false);
    expect(cividis(7)).toEqual(cividis(1));
  });
});

describe('a table', () => {
  const table = parseTable('gap', {
    columns: [column('set'), column('gap', '%'), column('gap_lo'), column('gap_hi'), column('gap_p05'), column('gap_p95'), column('odd_lo')],
    rows: [['a', 1.23456, 1, 2, 0, 3, 4], ['b', null, null, null, null, null, 5], ['=cmd()', -2, -3, -1, -4, 0, 6]],
  });
  it('knows which columns are ends of which', () => {
    expect(table.columns.map((one) => [one.role, one.base])).toEqual([
      ['text', 'set'], ['value', 'gap'], ['lo', 'gap'], ['hi', 'gap'], ['p05', 'gap'], ['p95', 'gap'], ['value', 'odd_lo'],
    ]);
  });
  it('shows a figure with its interval in one cell, and sorts', () => {
    const drawn = drawTable(table);
    const cells = () => [...drawn.querySelectorAll('tbody tr')].map((row) => row.children[1]?.textContent);
    expect(cells()).toEqual(['1.23 [1, 2] {0, 3}', '-', '-2 [-3, -1] {-4, 0}']);
    const [, sort] = [...drawn.querySelectorAll<HTMLButtonElement>('.sort')];
    sort?.click();
    sort?.click();
    expect(cells()).toEqual(['-2 [-3, -1] {-4, 0}', '1.23 [1, 2] {0, 3}', '-']);
    expect(drawn.querySelector('th[aria-sort]')?.getAttribute('aria-sort')).toBe('ascending');
  });
  it('hides long tails behind a button', () => {
    const long = parseTable('long', { columns: [column('n')], rows: Array.from({ length: 50 }, (_, at) => [at]) });
    const drawn = drawTable(long, { max: 10 });
    expect(drawn.querySelectorAll('tbody tr')).toHaveLength(10);
    drawn.querySelector<HTMLButtonElement>('.more-rows')?.click();
    expect(drawn.querySelectorAll('tbody tr')).toHaveLength(50);
  });
  it('writes CSV that no spreadsheet runs', () => {
    const lines = toCsv(table).split('\n');
    expect(lines[0]).toBe('set,gap,gap_lo,gap_hi,gap_p05,gap_p95,odd_lo');
    expect(lines[3]).toBe("'=cmd(),-2,-3,-1,-4,0,6");
    expect(toCsv(parseTable('q', { columns: [column('x')], rows: [['a "b", c']] }))).toBe('x\n"a ""b"", c"\n');
  });
  it('reads texts as texts', () => {
    const hostile = parseTable('x', { columns: [column('name'), column('v')], rows: [['<img src=x onerror=1>', 1], ['<b>', 2]] });
    expect(drawTable(hostile).querySelector('img')).toBeNull();
    const [spec] = suggestCharts(hostile);
    expect(spec && drawChart(spec, hostile)?.querySelector('img')).toBeNull();
  });
});

describe('a picture', () => {
  const kinds = (columns: string[], rows: (string | number | boolean | null)[][]) =>
    suggestCharts(parseTable('t', { columns: columns.map((name) => column(name)), rows })).map((spec) => [spec.kind, spec.x, spec.y, spec.value ?? spec.series ?? '']);
  it('is bars for a name and a figure', () => {
    expect(kinds(['state', 'share'], [['USA', 1], ['FRA', 2], ['DEU', 3]])).toEqual([['bars', 'share', 'state', '']]);
  });
  it('is lines along years, a series each', () => {
    const rows = ['A', 'B'].flatMap((who) => [2026, 2027, 2028].map((year) => [who, year, year - 2000]));
    expect(kinds(['who', 'year', 'count'], rows)).toEqual([['lines', 'year', 'count', 'who']]);
  });
  it('is a map where two keys cross', () => {
    const rows = ['A', 'B', 'C'].flatMap((who) => ['x', 'y', 'z'].map((what) => [who, what, 1]));
    expect(kinds(['who', 'what', 'v'], rows)).toEqual([['heatmap', 'what', 'who', 'v']]);
  });
  it('is a map of what to do by year and belief', () => {
    const rows = [2026, 2027, 2028].flatMap((year) => [0, 0.5, 1].map((belief) => [year, belief, belief < 1 ? 'spend' : '', belief]));
    expect(kinds(['year', 'belief', 'begin', 'left'], rows)).toEqual([['heatmap', 'year', 'belief', 'begin']]);
  });
  it('is none for words alone, for one row, and for mixed units', () => {
    expect(kinds(['a', 'b'], [['x', 'y'], ['z', 'w']])).toEqual([]);
    expect(kinds(['a', 'b'], [['x', 1]])).toEqual([]);
    const mixed = parseTable('t', { columns: [column('a'), column('b', 'as column unit says')], rows: [['x', 1], ['y', 2]] });
    expect(suggestCharts(mixed)).toEqual([]);
  });
  it('says what it left out', () => {
    const many = parseTable('t', { columns: [column('a'), column('b')], rows: Array.from({ length: 60 }, (_, at) => [`n${at}`, at]) });
    const [spec] = suggestCharts(many);
    const figure = spec && drawChart(spec, many);
    expect(figure?.querySelectorAll('.bar')).toHaveLength(30);
    expect(figure?.textContent).toContain('30 of 60');
  });
});
