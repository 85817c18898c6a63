// @ts-check
/**
 * Charts of records: bars, lines, heat maps, tables. No dependency, no network, no style in lines;
 * colours come from the variables of `charts.css`, so that a page turns light or dark by itself.
 *
 * @typedef {import('./parse.js').Table} Table
 * @typedef {import('./suggest.js').Spec} Spec
 */
import { drawBars } from './bars.js';
import { drawHeatmap } from './heatmap.js';
import { drawLines } from './lines.js';
import { html } from './svg.js';

export { parseTable, columnOf, endOf } from './parse.js';
export { suggestCharts } from './suggest.js';
export { drawTable, toCsv } from './table.js';
export { standalone } from './svg.js';
export { three, plain, ticks, nice, scale, cividis } from './format.js';

/**
 * A picture with its title and what one should know of it; nothing where there is nothing to draw.
 * @param {Spec} spec @param {Table} table @param {{width?: number}} [options]
 * @returns {HTMLElement | null}
 */
export function drawChart(spec, table, options = {}) {
  const width = Math.max(280, Math.round(options.width ?? 640));
  const draw = { bars: drawBars, lines: drawLines, heatmap: drawHeatmap }[spec.kind];
  const drawn = draw(spec, table, width);
  if (!drawn) return null;
  const { picture, note, ends } = drawn;
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', `${spec.title}; the table beside it has the figures`);
  picture.setAttribute('class', 'chart-picture');
  const says = [note, ends && spec.kind === 'bars' ? 'Whisker: 90 % interval of the mean. Thin band: spread over facts and assumptions.' : '', ends && spec.kind === 'lines' ? 'Band: spread over facts and assumptions, or the interval of the mean.' : ''];
  return html('figure', { class: 'chart' }, [
    html('figcaption', {}, [spec.title]),
    picture,
    html('p', { class: 'chart-note' }, [says.filter(Boolean).join(' ')]),
  ]);
}
