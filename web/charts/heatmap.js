// @ts-check
/** @typedef {import('./parse.js').Table} Table @typedef {import('./suggest.js').Spec} Spec */
import { label } from './bars.js';
import { cividis, plain, three } from './format.js';
import { columnOf } from './parse.js';
import { cut, svg } from './svg.js';

const ROWS = 40;
const COLUMNS = 30;

/**
 * A figure, or a word, by two keys. Words get colours of their own, figures a ramp.
 * @param {Spec} spec @param {Table} table @param {number} width
 */
export function drawHeatmap(spec, table, width) {
  const across = columnOf(table, spec.x);
  const down = columnOf(table, spec.y);
  const figure = columnOf(table, spec.value ?? '');
  if (!across || !down || !figure) return null;
  const key = (/** @type {import('./parse.js').Cell | undefined} */ cell) => plain(cell);
  const order = (/** @type {number} */ at) => {
    const cells = [...new Set(table.rows.map((row) => row[at] ?? null))];
    return cells.every((cell) => typeof cell === 'number') ? cells.sort((a, b) => Number(a) - Number(b)) : cells;
  };
  const columns = order(across.at).slice(0, COLUMNS);
  const rows = order(down.at);
  if (rows.every((cell) => typeof cell === 'number')) rows.reverse();
  const shown = rows.slice(0, ROWS);
  const cells = new Map(table.rows.map((row) => [JSON.stringify([row[down.at], row[across.at]]), row[figure.at] ?? null]));
  const numbers = [...cells.values()].filter((cell) => typeof cell === 'number').map(Number);
  const kinds = [...new Set([...cells.values()].filter((cell) => typeof cell === 'string' && cell !== '').map(String))].sort();
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const longest = Math.max(...shown.map((cell) => Math.min(key(cell).length, 26)));
  const left = Math.min(width * 0.35, 14 + longest * 6.6);
  const wide = (width - left - 6) / columns.length;
  const slant = columns.some((cell) => key(cell).length * 6.4 > wide);
  const top = slant ? 96 : 24;
  const tall = 22;
  const height = top + shown.length * tall + 22;
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height });
  columns.forEach((cell, at) => {
    const x = left + (at + 0.5) * wide;
    const text = cut(key(cell).replaceAll('_', ' '), 18);
    picture.append(
      slant
        ? svg('text', { class: 'tick', x, y: top - 8, transform: `rotate(-50 ${x.toFixed(1)} ${top - 8})` }, [text])
        : svg('text', { class: 'tick', x, y: top - 8, 'text-anchor': 'middle' }, [text]),
    );
  });
  shown.forEach((name, i) => {
    picture.append(svg('text', { class: 'name', x: left - 6, y: top + i * tall + 15, 'text-anchor': 'end' }, [cut(key(name).replaceAll('_', ' '), 26)]));
    columns.forEach((column, j) => {
      const cell = cells.get(JSON.stringify([name, column]));
      if (cell === undefined || cell === null || cell === '') return;
      const place = { x: left + j * wide + 0.5, y: top + i * tall + 0.5, width: wide - 1, height: tall - 1 };
      const says = `${key(name)}, ${key(column)}: ${plain(cell)}`;
      const text = plain(cell).replaceAll('_', ' ');
      const fits = text.length * 6.2 < wide - 2;
      const inner = { x: left + (j + 0.5) * wide, y: top + i * tall + 15, 'text-anchor': 'middle' };
      if (typeof cell === 'number') {
        const colour = cividis(high > low ? (cell - low) / (high - low) : 0.5);
        picture.append(
          svg('g', {}, [
            svg('title', {}, [says]),
            svg('rect', { ...place, fill: colour.css }),
            ...(fits ? [svg('text', { ...inner, class: colour.dark ? 'cell on-dark' : 'cell on-light' }, [text])] : []),
          ]),
        );
      } else {
        const at = kinds.indexOf(String(cell));
        picture.append(
          svg('g', {}, [
            svg('title', {}, [says]),
            svg('rect', { ...place, class: `kind c${(at % 8) + 1}` }),
            ...(fits ? [svg('text', { ...inner, class: 'cell word' }, [text])] : []),
          ]),
        );
      }
    });
  });
  picture.append(svg('text', { class: 'label', x: width - 6, y: height - 5, 'text-anchor': 'end' }, [`${label(figure)}, by ${label(across)}`]));
  const cutOff = rows.length > ROWS || order(across.at).length > COLUMNS;
  const note = numbers.length > 0 && kinds.length === 0 ? `From ${three(low)} (dark blue) to ${three(high)} (yellow).` : kinds.length > 0 ? `Empty cells: none. Words: ${kinds.map((kind) => kind.replaceAll('_', ' ')).join(', ')}.` : '';
  return { picture, note: note + (cutOff ? ' Cut to what fits.' : ''), ends: false };
}
