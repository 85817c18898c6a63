// The chart package: tables of records as charts and as tables.

export { cellText, grouped, shortened, textWidth, threeDigits, title, withUnit, words } from './format.js';
export { cividis, extent, inkOn, linear, luminance, ticks } from './scale.js';
export { columnAt, exactText, gatheredText, parseTable, partsOf, toCsv } from './parse.js';
export { filtered, MOST, suggestCharts } from './suggest.js';
export { downloadSvg, drawChart } from './chart.js';
export { drawTable, sorted } from './table.js';
