// @ts-check
/** @typedef {import('./parse.js').Table} Table @typedef {import('./suggest.js').Spec} Spec */
import { label } from './bars.js';
import { nice, scale, three, ticks } from './format.js';
import { columnOf, endOf } from './parse.js';
import { cut, svg } from './svg.js';

const MOST = 8;

/**
 * Lines of a figure along a running column, one a series, each with its spread as a pale band.
 * @param {Spec} spec @param {Table} table @param {number} width
 */
export function drawLines(spec, table, width) {
  const along = columnOf(table, spec.x);
  const figure = columnOf(table, spec.y);
  const by = spec.series ? columnOf(table, spec.series) : undefined;
  if (!along || !figure) return null;
  const low = endOf(table, figure.name, 'p05') ?? endOf(table, figure.name, 'lo');
  const high = endOf(table, figure.name, 'p95') ?? endOf(table, figure.name, 'hi');
  /** @type {Map<string, {x: number, y: number, low: number | null, high: number | null}[]>} */
  const series = new Map();
  for (const row of table.rows) {
    if (typeof row[along.at] !== 'number' || typeof row[figure.at] !== 'number') continue;
    const name = by ? String(row[by.at] ?? '') : '';
    const points = series.get(name) ?? [];
    const end = (/** @type {typeof low} */ column) => (column && typeof row[column.at] === 'number' ? Number(row[column.at]) : null);
    points.push({ x: Number(row[along.at]), y: Number(row[figure.at]), low: end(low), high: end(high) });
    series.set(name, points);
  }
  const shown = [...series].slice(0, MOST);
  if (shown.length === 0) return null;
  for (const [, points] of shown) points.sort((a, b) => a.x - b.x);
  const height = Math.round(Math.min(340, width * 0.5));
  const named = shown.length > 1;
  const [left, right, top, bottom] = [58, width - (named ? 150 : 16), 10, height - 46];
  const points = shown.flatMap(([, each]) => each);
  const xs = points.map((point) => point.x);
  const x = scale([Math.min(...xs), Math.max(...xs)], [left, right]);
  const reach = points.flatMap((point) => [point.y, point.low, point.high].filter((one) => one !== null));
  const values = /** @type {number[]} */ (reach);
  const [from, to] = nice(values, Math.min(...values) >= 0 && Math.min(...values) < 0.5 * Math.max(...values));
  const y = scale([from, to], [bottom, top]);
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height });
  for (const mark of ticks(from, to, 5)) {
    picture.append(svg('line', { class: 'grid', x1: left, x2: right, y1: y(mark), y2: y(mark) }));
    picture.append(svg('text', { class: 'tick', x: left - 6, y: y(mark) + 4, 'text-anchor': 'end' }, [three(mark)]));
  }
  for (const mark of ticks(Math.min(...xs), Math.max(...xs), Math.max(2, Math.floor((right - left) / 80))))
    picture.append(svg('text', { class: 'tick', x: x(mark), y: bottom + 16, 'text-anchor': 'middle' }, [three(mark)]));
  let free = -Infinity;
  const ends = shown
    .map(([name, each], at) => ({ name, at, y: y(each[each.length - 1]?.y ?? 0) }))
    .sort((a, b) => a.y - b.y)
    .map((end) => ({ ...end, y: (free = Math.max(end.y, free + 14)) }));
  shown.forEach(([name, each], at) => {
    const path = each.map((point, k) => `${k === 0 ? 'M' : 'L'}${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join('');
    const wide = each.filter((point) => point.low !== null && point.high !== null);
    const band = wide.length > 1
      ? 'M' + wide.map((point) => `${x(point.x).toFixed(1)},${y(point.high ?? 0).toFixed(1)}`).join('L') + 'L' +
        [...wide].reverse().map((point) => `${x(point.x).toFixed(1)},${y(point.low ?? 0).toFixed(1)}`).join('L') + 'Z'
      : '';
    picture.append(
      svg('g', { class: `series c${at + 1}` }, [
        svg('title', {}, [name || label(figure)]),
        ...(band ? [svg('path', { class: 'band', d: band })] : []),
        svg('path', { class: 'line', d: path }),
        ...(each.length <= 30 ? each.map((point) => svg('circle', { class: 'dot', cx: x(point.x), cy: y(point.y), r: 2.6 }, [svg('title', {}, [`${name} ${three(point.x)}: ${three(point.y)}`])])) : []),
      ]),
    );
  });
  if (named)
    for (const end of ends)
      picture.append(svg('text', { class: `end c${end.at + 1}`, x: right + 8, y: end.y + 4 }, [cut(end.name.replaceAll('_', ' '), 22)]));
  picture.append(svg('line', { class: 'axis', x1: left, x2: right, y1: bottom, y2: bottom }));
  picture.append(svg('text', { class: 'label', x: right, y: height - 8, 'text-anchor': 'end' }, [label(along)]));
  picture.append(svg('text', { class: 'label', x: left - 50, y: height - 8 }, [`↑ ${label(figure)}`]));
  return { picture, note: series.size > MOST ? `The first ${MOST} of ${series.size}.` : '', ends: low !== undefined };
}
