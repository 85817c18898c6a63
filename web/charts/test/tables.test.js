// @ts-nocheck
// What is read from records and how it is written: no page needed.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { cellText, cividis, exactText, extent, gatheredText, grouped, inkOn, linear, luminance, nice, parseTable, partsOf,
  shortened, sorted, threeDigits, ticks, toCsv, words } from '../index.js';
import { barsOf, shortName } from '../bars.js';
import { wrapped } from '../frame.js';
import { patchesOf, skewed } from '../heatmap.js';
import { linesOf, upward } from '../lines.js';

const column = (name, unit = '', help = '') => ({ name, unit, help });
export const gap = () => parseTable('gap', {
  columns: [column('set', '', 'What happens.'), column('gap', '%', 'What is missing.'), column('gap_lo', '%'), column('gap_hi', '%'),
    column('gap_p05', '%'), column('gap_p95', '%'), column('other_lo', '%')],
  rows: [['baltic', 31, 30, 33, 21, 44, 1], ['gulf', 0.123456, 0.123456, 0.123456, null, null, 2], ['both', null, null, null, null, null, 3]],
});

test('numbers have three digits, whole ones stay whole', () => {
  const cases = [[0, '0'], [1e-13, '0'], [0.00123, '0.0012'], [0.0094, '0.0094'], [0.5, '0.5'], [1.005, '1'], [3.14159, '3.14'],
    [9.999, '10'], [31.44, '31.4'], [99.96, '100'], [123.6, '124'], [1639.86, '1640'], [1350000, '1350000'], [-2.5, '-2.5'], [2026, '2026']];
  for (const [value, text] of cases) assert.equal(threeDigits(value), text);
  assert.equal(grouped(1350000), '1\u202f350\u202f000');
  assert.equal(grouped(9999), '9999');
  assert.deepEqual([null, undefined, true, false, Infinity, 'x'].map(cellText), ['-', '-', 'yes', 'no', '-', 'x']);
  assert.equal(words('scs_gray_zone+gulf'), 'scs gray zone + gulf');
  assert.equal(shortened('abcdef', 4), 'abc\u2026');
  assert.equal(shortName('a very long beginning \u00b7 end', 16), 'a very lo\u2026 \u00b7 end');
});

test('columns of errors belong to their figure only in pairs', () => {
  const table = gap();
  assert.deepEqual(table.columns.map((c) => c.role), ['text', 'value', 'lo', 'hi', 'p05', 'p95', 'value']);
  assert.deepEqual(partsOf(table, 'gap'), { mean: 1, lo: 2, hi: 3, p05: 4, p95: 5 });
  const half = parseTable('t', { columns: [column('x'), column('x_lo')], rows: [[1, 2]] });
  assert.deepEqual(half.columns.map((c) => c.role), ['value', 'value']);
});

test('a figure and its errors are one text, and what is known has none', () => {
  const table = gap();
  const parts = partsOf(table, 'gap');
  assert.equal(gatheredText(table.rows[0], parts), '31 [30, 33] {21, 44}');
  assert.equal(gatheredText(table.rows[1], parts), '0.12');
  assert.equal(gatheredText(table.rows[1], parts, exactText), '0.123456');
  assert.equal(gatheredText(table.rows[2], parts), '-');
});

test('CSV keeps what it is given and no formula', () => {
  const table = parseTable('t', { columns: [column('=name'), column('n')], rows: [['=1+1', 1], ['-5', -5], ['-x', 0.1], ['a,"b"\n', null], ['+1e3', true], ['@a', 2]] });
  assert.equal(toCsv(table), "'=name,n\n'=1+1,1\n-5,-5\n'-x,0.1\n\"a,\"\"b\"\"\n\",\n+1e3,true\n'@a,2\n");
});

test('ticks are round and cover what is drawn', () => {
  assert.deepEqual(ticks(0, 1), [0, 0.2, 0.4, 0.6, 0.8, 1]);
  assert.deepEqual(ticks(0, 0.3, 3), [0, 0.1, 0.2, 0.3]);
  assert.deepEqual(ticks(2026, 2029, 8, true), [2026, 2027, 2028, 2029]);
  for (const [low, high] of [[-4, 53], [0.001, 0.002], [5, 5], [-1e6, 1e6], [0, 0]]) {
    const at = ticks(low, high);
    assert.ok(at[0] <= low && at[at.length - 1] >= high, `${low} to ${high}: ${at}`);
    assert.ok(at.length >= 2 && at.length <= 14);
  }
  assert.equal(linear(0, 10, 100, 200)(5), 150);
  assert.deepEqual(nice([3, 8], true), [0, 8]);
  assert.deepEqual(nice([]), [0, 1]);
  assert.deepEqual(extent([3, null, undefined, -1, NaN]), [-1, 3]);
  assert.equal(extent([null]), null);
  assert.deepEqual(upward([1, 10]), [0, 10]);
  assert.deepEqual(upward([9, 10]), [9, 10]);
});

test('text on the heat ramp reads everywhere and the ramp brightens', () => {
  let before = -1;
  for (let i = 0; i <= 100; ++i) {
    const colour = cividis(i / 100);
    const light = luminance(colour);
    const other = inkOn(colour) === '#fff' ? 1.05 / (light + 0.05) : (light + 0.05) / 0.05;
    assert.ok(other >= 4.5, `share ${i / 100}: ${other}`);
    assert.ok(light >= before);
    before = light;
  }
  assert.deepEqual(cividis(-1), cividis(0));
});

test('the variables of light and dark keep their contrast', () => {
  const style = readFileSync(new URL('../charts.css', import.meta.url), 'utf8');
  const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const colours = new Map([...style.matchAll(/--chart-([\w]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((m) => [m[1], [m[2], m[3]]]));
  assert.ok(colours.size >= 13);
  for (const shade of [0, 1]) {
    const paper = luminance(rgb(colours.get('paper')[shade])) + 0.05;
    for (const [name, pair] of colours) {
      const ink = luminance(rgb(pair[shade])) + 0.05;
      const ratio = Math.max(ink, paper) / Math.min(ink, paper);
      if (name === 'ink' || name === 'soft') assert.ok(ratio >= 4.5, `${name} ${ratio}`);
      if (/^\d$/.test(name)) assert.ok(ratio >= 3, `${name} ${ratio}`);
    }
  }
});

test('rows are sorted by size and by letters, nothing last', () => {
  const rows = [['b10', 2], ['b9', null], ['a', 10]];
  assert.deepEqual(sorted(rows, 1, true).map((row) => row[1]), [10, 2, null]);
  assert.deepEqual(sorted(rows, 1, false).map((row) => row[1]), [2, 10, null]);
  assert.deepEqual(sorted(rows, 0, false).map((row) => row[0]), ['a', 'b9', 'b10']);
  assert.equal(rows[0][0], 'b10');
});

test('bars are the largest thirty, and ranges go from low to high', () => {
  const rows = Array.from({ length: 50 }, (_, i) => [`s${i}`, i - 10]);
  const table = parseTable('t', { columns: [column('state'), column('n', 'units')], rows });
  const { bars, total } = barsOf({ kind: 'bars', x: 'state', y: 'n', title: '' }, table);
  assert.equal(bars.length, 30);
  assert.equal(total, 50);
  assert.deepEqual(bars.slice(0, 2).map((bar) => bar.mean), [39, 38]);
  const moves = parseTable('moves', { columns: ['name', 'gap_low', 'gap_high', 'moves'].map((n) => column(n)), rows: [['a', 1, 2, 1], ['b', 5, 1, -4], ['c', null, null, 9]] });
  const ranges = barsOf({ kind: 'bars', x: 'name', y: 'moves', title: '', span: ['gap_low', 'gap_high'] }, moves).bars;
  assert.deepEqual(ranges.map((bar) => [bar.name, bar.from, bar.to]), [['b', 5, 1], ['a', 1, 2]]);
});

test('lines follow their order, and heat maps the order of the table', () => {
  const table = parseTable('t', { columns: [column('year'), column('who'), column('n')], rows: [[2028, 'b', 3], [2026, 'b', 1], [2027, 'a', 5], [2027, 'b', 2]] });
  const { lines } = linesOf({ kind: 'lines', x: 'year', y: 'n', series: 'who', title: '' }, table);
  assert.deepEqual(lines.map((line) => [line.name, line.points.map((p) => p.y)]), [['b', [1, 2, 3]], ['a', [5]]]);
  const map = patchesOf({ kind: 'heatmap', x: 'year', series: 'who', y: 'n', title: '' }, table);
  assert.deepEqual([map.down, map.across], [['b', 'a'], [2026, 2027, 2028]]);
  assert.equal(map.patches.size, 4);
  assert.equal(skewed([1, 2, 3, 4, 5, 6, 7, 8]), null);
  assert.deepEqual(skewed([1, 1, 1, 1, 1, 1, 1, 1, 1000]), [1, 1000]);
});

test('long texts wrap between words', () => {
  assert.deepEqual(wrapped('one two three', 1000, 12), ['one two three']);
  assert.deepEqual(wrapped('one two three', 1, 12), ['one', 'two', 'three']);
});

test('names at the top of the files differ, for a report joins them all', () => {
  const seen = new Map();
  for (const folder of ['..', '../../report']) {
    const at = new URL(folder + '/', import.meta.url);
    for (const file of readdirSync(at).filter((name) => name.endsWith('.js'))) {
      const source = readFileSync(new URL(file, at), 'utf8');
      assert.ok(source.split('\n').length < 400, file);
      assert.ok(!source.includes('</script') && !source.includes('<!--') && !source.includes(')entente"'), file);
      for (const [, name] of source.matchAll(/^(?:export )?(?:function|const|let|class) (\w+)/gm)) {
        assert.equal(seen.get(name), undefined, `${name} in ${file} and ${seen.get(name)}`);
        seen.set(name, file);
      }
    }
  }
});
