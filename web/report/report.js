// The script of a report: adds charts, sorting and files to take away to a page that can be read without it.

import { downloadSvg, drawChart } from '../charts/chart.js';
import { html } from '../charts/dom.js';
import { words } from '../charts/format.js';
import { parseTable, toCsv } from '../charts/parse.js';
import { suggestCharts } from '../charts/suggest.js';
import { drawTable } from '../charts/table.js';

/** Hands a text over as a file. @param {string} text @param {string} name @param {string} type */
function save(text, name, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = html('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** A button that saves. @param {string} text @param {() => void} act */
function saver(text, act) {
  const button = html('button', { type: 'button', class: 'chart-more' }, text);
  button.addEventListener('click', act);
  return button;
}

/** Charts and a sorted table for one section of the page. @param {HTMLElement} section @param {any} record */
export function enrich(section, record) {
  const name = section.dataset.table ?? '';
  const given = record.tables[name];
  const still = section.querySelector('.chart-table');
  if (!given || !still) return;
  const table = parseTable(name, given, { help: still.querySelector('caption')?.textContent ?? '' });
  const width = Math.min(860, section.clientWidth || 720);
  const tools = html('p', { class: 'tools' });
  suggestCharts(table).forEach((spec, i) => {
    const figure = drawChart(spec, table, { width });
    section.insertBefore(figure, still);
    const drawing = /** @type {SVGElement|null} */ (figure.querySelector('svg'));
    if (drawing) tools.appendChild(saver(`Chart ${i + 1} as SVG`, () => save(downloadSvg(drawing), `${record.analysis}_${name}_${i + 1}.svg`, 'image/svg+xml')));
  });
  // Where the page holds only a part of the rows, its file would pass for the whole.
  if (!section.dataset.cut) tools.appendChild(saver('Table as CSV', () => save(toCsv(table), `${record.analysis}_${name}.csv`, 'text/csv')));
  const live = drawTable({ ...table, title: words(name) }, { max: 200 });
  const caption = still.querySelector('caption');
  const other = live.querySelector('caption');
  if (caption && other) other.textContent = caption.textContent;
  still.replaceWith(live);
  section.appendChild(tools);
}

/** Begins. */
function begin() {
  const held = document.getElementById('record');
  if (!held) return;
  const record = JSON.parse(held.textContent ?? '{}');
  for (const section of document.querySelectorAll('section[data-table]')) {
    try {
      enrich(/** @type {HTMLElement} */ (section), record);
    } catch (fault) {
      // The page was whole before: a chart that fails must not take the table with it.
      console.error(fault);
    }
  }
}

begin();
