// One chart as a figure, and its drawing as a file of its own.

import { drawBars } from './bars.js';
import { drawCategories } from './categories.js';
import { drawHeatmap } from './heatmap.js';
import { drawLines } from './lines.js';
import { html } from './dom.js';
import { columnOf } from './parse.js';

/**
 * Draws what a spec asks for.
 * @param {import('./suggest.js').Spec} spec
 * @param {import('./parse.js').Table} table
 * @param {{width?: number, height?: number}} [options] the height is that of the plot of lines; other charts are as
 *   high as their rows
 * @returns {HTMLElement} a figure with one drawing
 */
export function drawChart(spec, table, options = {}) {
  const width = Math.max(280, Math.round(options.width ?? 720));
  const drawing = spec.kind === 'lines' ? drawLines(spec, table, width, options.height ?? 240)
    : spec.kind !== 'heatmap' ? drawBars(spec, table, width)
      : columnOf(table, spec.y).role === 'text' ? drawCategories(spec, table, width) : drawHeatmap(spec, table, width);
  return html('figure', { class: 'chart-figure' }, drawing);
}

const KEPT = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-family', 'font-size', 'font-weight', 'text-anchor'];

/**
 * The drawing as a file that needs no page: colours and fonts as they are seen now, on the paper of the page.
 * @param {SVGElement} drawing
 * @returns {string}
 */
export function downloadSvg(drawing) {
  const copy = /** @type {SVGElement} */ (drawing.cloneNode(true));
  const [from, to] = [[drawing, ...drawing.querySelectorAll('*')], [copy, ...copy.querySelectorAll('*')]];
  from.forEach((element, i) => {
    if (element.tagName === 'title') return;
    const seen = getComputedStyle(element);
    for (const name of KEPT) {
      const value = seen.getPropertyValue(name);
      if (value) to[i]?.setAttribute(name, value);
    }
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', paperOf(drawing));
  copy.insertBefore(paper, copy.firstChild);
  return new XMLSerializer().serializeToString(copy);
}

/** The colour behind a drawing, with nothing left to look up. @param {Element} drawing */
function paperOf(drawing) {
  /** @type {Element|null} */
  let at = drawing;
  while (at) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour && colour !== 'transparent' && !/, 0\)$/.test(colour)) return colour;
    at = at.parentElement;
  }
  return 'white';
}
