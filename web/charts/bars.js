// @ts-check
/** @typedef {import('./parse.js').Table} Table @typedef {import('./suggest.js').Spec} Spec */
import { nice, scale, three, ticks } from './format.js';
import { columnOf, endOf } from './parse.js';
import { cut, svg } from './svg.js';

const MOST = 30;

/**
 * Bars of a figure by a name, the longest first where the table has no order of its own: a thin band
 * for the spread over facts, a whisker for the interval of the mean.
 * @param {Spec} spec @param {Table} table @param {number} width
 */
export function drawBars(spec, table, width) {
  const figure = columnOf(table, spec.x);
  const key = columnOf(table, spec.y);
  if (!figure || !key) return null;
  const ends = /** @type {const} */ (['lo', 'hi', 'p05', 'p95']).map((role) => endOf(table, figure.name, role));
  const all = table.rows
    .filter((row) => typeof row[figure.at] === 'number')
    .map((row) => ({
      name: String(row[key.at] ?? '').replaceAll('_', ' '),
      value: Number(row[figure.at]),
      ends: ends.map((end) => (end && typeof row[end.at] === 'number' ? Number(row[end.at]) : null)),
    }));
  const rows = all.length > MOST ? [...all].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, MOST) : all;
  if (rows.length === 0) return null;
  const longest = Math.max(...rows.map((row) => Math.min(row.name.length, 30)));
  const left = Math.min(width * 0.4, 16 + longest * 6.4);
  const right = width - 56;
  const step = 22;
  const height = rows.length * step + 46;
  const reach = rows.flatMap((row) => [row.value, ...row.ends.filter((end) => end !== null)]);
  const [low, high] = nice(/** @type {number[]} */ (reach), true);
  const x = scale([low, high], [left, right]);
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height });
  for (const mark of ticks(low, high, Math.max(2, Math.floor((right - left) / 90)))) {
    picture.append(svg('line', { class: 'grid', x1: x(mark), x2: x(mark), y1: 4, y2: height - 38 }));
    picture.append(svg('text', { class: 'tick', x: x(mark), y: height - 24, 'text-anchor': 'middle' }, [three(mark)]));
  }
  rows.forEach((row, at) => {
    const y = 4 + at * step;
    const [lo, hi, p05, p95] = row.ends;
    const says = `${row.name}: ${three(row.value)}${lo != null && hi != null ? ` [${three(lo)}, ${three(hi)}]` : ''}${p05 != null && p95 != null ? ` {${three(p05)}, ${three(p95)}}` : ''}`;
    picture.append(
      svg('g', {}, [
        svg('title', {}, [says]),
        svg('text', { class: 'name', x: left - 6, y: y + 14, 'text-anchor': 'end' }, [cut(row.name, 30)]),
        svg('rect', { class: 'bar', x: Math.min(x(0), x(row.value)), y: y + 3, width: Math.max(1, Math.abs(x(row.value) - x(0))), height: step - 8 }),
        ...(p05 != null && p95 != null ? [svg('rect', { class: 'spread', x: x(p05), y: y + step / 2 - 3, width: Math.max(1, x(p95) - x(p05)), height: 4 })] : []),
        ...(lo != null && hi != null ? [svg('path', { class: 'whisker', d: `M${x(lo)},${y + 5}V${y + step - 7}M${x(lo)},${y + step / 2 - 1}H${x(hi)}M${x(hi)},${y + 5}V${y + step - 7}` })] : []),
        svg('text', { class: 'figure', x: right + 6, y: y + 14 }, [three(row.value)]),
      ]),
    );
  });
  picture.append(svg('line', { class: 'axis', x1: x(0), x2: x(0), y1: 0, y2: height - 38 }));
  picture.append(svg('text', { class: 'label', x: right, y: height - 6, 'text-anchor': 'end' }, [label(figure)]));
  return { picture, note: all.length > rows.length ? `${rows.length} of ${all.length}, the largest.` : '', ends: ends[0] !== undefined || ends[2] !== undefined };
}

/** @param {{name: string, unit: string}} column */
export const label = (column) => column.name.replaceAll('_', ' ') + (column.unit ? `, ${column.unit}` : '');
