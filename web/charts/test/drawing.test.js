// @ts-nocheck
// What is proposed and what is drawn.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { drawChart, drawTable, parseTable, suggestCharts } from '../index.js';
import { all, openPage } from './page.js';

openPage();
const column = (name, unit = '', help = '') => ({ name, unit, help });
const make = (name, columns, rows) => parseTable(name, { columns: columns.map((c) => (Array.isArray(c) ? column(...c) : column(c))), rows });
const kinds = (table) => suggestCharts(table).map((spec) => [spec.kind, spec.x, spec.y, spec.series ?? '']);

test('a table of texts has no chart, nor one that says the same everywhere', () => {
  assert.deepEqual(suggestCharts(make('v', ['state', 'because'], [['A', 'x'], ['B', 'y']])), []);
  assert.deepEqual(suggestCharts(make('v', ['state', ['n', 'units']], [['A', 1], ['B', 1], ['C', 1]])), []);
  assert.deepEqual(suggestCharts(make('v', ['state', ['n', 'units']], [])), []);
});

test('a name and a number are bars; a rank or a number without a unit of its own is none', () => {
  const rows = [['A', 1], ['B', 2], ['C', 3]];
  assert.deepEqual(kinds(make('v', ['state', ['n', 'units']], rows)), [['bars', 'state', 'n', '']]);
  assert.deepEqual(kinds(make('v', ['state', ['rung', '0-5']], rows)), []);
  assert.deepEqual(kinds(make('assumptions', ['name', 'value', 'unit'], rows.map((row, i) => [...row, `u${i}`]))), []);
});

test('years make lines, and more than eight of them a heat map', () => {
  const rows = (n) => Array.from({ length: n * 4 }, (_, i) => [2026 + Math.floor(i / n), `s${i % n}`, i]);
  assert.deepEqual(kinds(make('years', ['year', 'state', ['n', 'units']], rows(3))), [['lines', 'year', 'n', 'state']]);
  assert.deepEqual(kinds(make('years', ['year', 'state', ['n', 'units']], rows(12))), [['heatmap', 'year', 'n', 'state']]);
  assert.deepEqual(kinds(make('years', ['year', ['n', 'units']], [[2026, 1], [2027, 2], [2028, 4]])), [['lines', 'year', 'n', '']]);
});

test('two keys that cross are a heat map, and a few variants stand side by side', () => {
  const cross = Array.from({ length: 30 }, (_, i) => [`s${i % 6}`, `e${Math.floor(i / 6)}`, i * i]);
  assert.deepEqual(kinds(make('u', ['state', 'element', ['n', 'units']], cross)), [['heatmap', 'element', 'n', 'state']]);
  const few = Array.from({ length: 12 }, (_, i) => [['x', 'y'][i % 2], `v${Math.floor(i / 2)}`, i + 1]);
  assert.deepEqual(kinds(make('h', ['belief', 'variant', ['n', '%']], few)), [['bars', 'variant', 'n', 'belief']]);
});

test('what is chosen at every step is a map of words', () => {
  const rows = [2026, 2027, 2028].flatMap((year) => [0, 0.5, 1].map((belief) => [year, belief, belief < 1 && year > 2026 ? 'spend' : belief < 1 ? 'partners' : '', belief < 1]));
  const table = make('policy', ['year', 'belief', 'begin', 'own'], rows);
  const [spec] = suggestCharts(table);
  assert.deepEqual([spec.kind, spec.x, spec.series, spec.y, spec.title], ['heatmap', 'year', 'belief', 'begin', 'Begin by year and belief']);
  const drawn = drawChart(spec, table);
  const fills = all(drawn, 'rect').map((rect) => rect.getAttribute('fill'));
  assert.equal(fills.filter((fill) => fill === 'none').length, 3);
  assert.equal(fills.filter((fill) => fill === 'var(--chart-1)').length, 5);  // Four cells and the legend.
  assert.match(all(drawn, 'svg')[0].getAttribute('aria-label'), /3 rows, 3 columns; most often spend, partners\.$/);
});

test('rows with units of their own are drawn measure by measure', () => {
  const rows = ['gap', 'cost'].flatMap((measure, m) => ['a', 'b', 'c'].map((who, i) => [measure, who, ['%', 'bn'][m], i + m]));
  const specs = suggestCharts(make('comparison', ['measure', 'variant', 'unit', ['value', 'see unit']], rows));
  assert.deepEqual(specs.map((spec) => [spec.kind, spec.title]), [['bars', 'Gap by variant'], ['bars', 'Cost by variant']]);
  const drawn = drawChart(specs[1], make('comparison', ['measure', 'variant', 'unit', ['value', 'see unit']], rows));
  assert.ok(all(drawn, 'text').some((text) => text.textContent === 'cost (bn)'));
});

test('what moves the answer is a range from low to high', () => {
  const table = make('assumptions', ['name', 'value', 'low', 'high', ['at_low', '%'], ['at_high', '%'], ['moves', '%']], [['a', 1, 0, 2, 5, 9, 4], ['b', 1, 0, 2, 7, 6, -1]]);
  const [spec] = suggestCharts(table);
  assert.deepEqual(spec.span, ['at_low', 'at_high']);
  assert.equal(all(drawChart(spec, table), 'rect').length, 2);
});

test('a drawing says in a sentence what it shows, and hostile text stays text', () => {
  const bad = '<img src=x onerror=alert(1)>"\'&';
  const table = make('t', ['state', ['n', bad, bad]], [[bad, 3], ['B', 2], ['C', -1]]);
  const [spec] = suggestCharts(table);
  for (const kind of ['bars', 'lines', 'heatmap']) {
    const figure = drawChart({ ...spec, kind, series: kind === 'heatmap' ? 'state' : undefined }, table, { width: 500 });
    const [svg] = all(figure, 'svg');
    assert.equal(figure.tagName, 'figure');
    assert.equal(svg.getAttribute('role'), 'img');
    assert.match(svg.getAttribute('aria-label'), /^(Bar chart|Line chart|Heat map)\. .*\.$/s);
    assert.ok(all(figure, 'img').length === 0);
    for (const text of all(svg, 'text')) assert.ok(Number(text.getAttribute('font-size')) >= 11);
  }
  const label = all(drawChart(spec, table), 'svg')[0].getAttribute('aria-label');
  assert.ok(label.includes(`from ${bad} 3 to C -1`), label);
});

test('whiskers and bands are drawn where there are any', () => {
  const names = ['state', 'n', 'n_lo', 'n_hi', 'n_p05', 'n_p95'];
  const table = make('t', names, [['A', 3, 2, 4, 1, 5], ['B', 2, 2, 2, null, null]]);
  const [spec] = suggestCharts(table);
  const svg = all(drawChart(spec, table), 'svg')[0];
  assert.equal(all(svg, 'path').length, 1);
  assert.equal(all(svg, 'rect').length, 3);
  assert.ok(all(svg, 'text').some((text) => text.textContent.startsWith('Whiskers: 90 %')));
});

test('thirty of many bars say so', () => {
  const table = make('t', ['state', ['n', 'units']], Array.from({ length: 45 }, (_, i) => [`s${i}`, i]));
  const svg = all(drawChart(suggestCharts(table)[0], table), 'svg')[0];
  assert.ok(all(svg, 'text').some((text) => text.textContent === '30 of 45 largest.'));
});

test('everything drawn lies within its drawing', () => {
  const rows = Array.from({ length: 40 }, (_, i) => [`a_rather_long_name_of_a_state_${i % 8}`, `another_long_element_${Math.floor(i / 8)}`, i * 1e5 - 20]);
  for (const kind of ['bars', 'heatmap', 'lines']) {
    const table = make('t', ['state', 'element', ['n', 'units']], rows);
    const svg = all(drawChart({ kind, x: 'element', series: kind === 'bars' ? undefined : 'state', label: ['state'], y: 'n', title: 'A title' }, table, { width: 640 }), 'svg')[0];
    const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
    for (const rect of all(svg, 'rect')) {
      const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name)));
      assert.ok(x >= -0.01 && y >= 0 && x + w <= width + 1 && y + h <= height && w >= 0, `${kind}: ${x} ${y} ${w} ${h} in ${width} ${height}`);
    }
    for (const text of all(svg, 'text')) assert.ok(Number(text.getAttribute('y')) <= height);
  }
});

test('a table gathers, sorts, cuts and hands on its cells', () => {
  const names = ['state', ['n', '%', 'How much.'], 'n_lo', 'n_hi', 'empty'];
  const table = make('gap_of', names, [['a+b', 3.14159, 3, 4, null], ['c', 10, 9, 11, null], ['<b>', null, null, null, null]]);
  const seen = [];
  const element = drawTable(table, { max: 2, onCell: (cell) => seen.push(cell.value) });
  const heads = all(element, 'th');
  assert.deepEqual(heads.map((th) => th.textContent), ['state', 'n %']);
  assert.equal(all(element, 'abbr')[0].getAttribute('title'), 'How much.');
  assert.equal(all(element, 'caption')[0].textContent, 'gap of');
  const cells = () => all(all(element, 'tbody')[0], 'td').map((td) => td.textContent);
  assert.deepEqual(cells(), ['a+b', '3.14 [3, 4]', 'c', '10 [9, 11]']);
  assert.equal(all(element, 'td')[1].getAttribute('title'), '3.14159 [3, 4]');
  assert.deepEqual(seen, ['a+b', 3.14159, 'c', 10]);
  const sort = all(heads[1], 'button')[0];
  sort.click();
  assert.equal(heads[1].getAttribute('aria-sort'), 'descending');
  assert.deepEqual(cells().slice(0, 2), ['c', '10 [9, 11]']);
  sort.click();
  assert.equal(heads[1].getAttribute('aria-sort'), 'ascending');
  assert.equal(heads[0].getAttribute('aria-sort'), 'none');
  const more = all(element, 'button').find((button) => button.textContent === 'Show all 3 rows');
  assert.equal(more.hidden, false);
  more.click();
  assert.equal(more.hidden, true);
  assert.equal(cells().length, 6);
  assert.deepEqual(drawTable(table, { gather: false }).childNodes.length, 2);
  assert.deepEqual(all(drawTable(table, { gather: false }), 'th').length, 4);
});

test('bars of a group have the colour of their key, below 0 too; bars of one kind turn orange there', () => {
  const fills = (table, spec) => all(drawChart({ kind: 'bars', title: 't', ...spec }, table, { width: 600 }), 'rect').map((rect) => rect.getAttribute('fill'));
  const two = make('d', ['variant', 'belief', ['diff', '%']], [['x', 'believed', -3], ['x', 'doubted', -2], ['y', 'believed', 1], ['y', 'doubted', 4]]);
  const grouped = fills(two, { x: 'variant', y: 'diff', series: 'belief' });
  assert.equal(grouped.filter((fill) => fill === 'var(--chart-1)').length, grouped.filter((fill) => fill === 'var(--chart-2)').length);
  const one = make('d', ['variant', ['diff', '%']], [['x', -3], ['y', 1]]);
  assert.deepEqual(fills(one, { x: 'variant', y: 'diff' }), ['var(--chart-1)', 'var(--chart-2)']);
});
