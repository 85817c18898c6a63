// The chart package: tables of records as charts and as tables.

export { cellText, grouped, shortened, textWidth, threeDigits, threeDigits as three, title, withUnit, words } from './format.js';
export { cividis, extent, inkOn, linear, luminance, nice, nth, scale, ticks } from './scale.js';
export { columnAt, columnOf, exactText, gatheredText, parseTable, partsOf, toCsv } from './parse.js';
export { filtered, MOST, suggestCharts } from './suggest.js';
export { downloadSvg, downloadSvg as standalone, drawChart } from './chart.js';
export { drawTable, sorted } from './table.js';
