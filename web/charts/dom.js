// Elements of the page, without ever reading text as markup.

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Record<string, string|number|boolean|undefined>} Attributes */

/**
 * @param {Element} element
 * @param {Attributes} attributes
 * @param {Array<Node|string|null>} children
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  }
  for (const child of children) {
    if (child === null) continue;
    element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  }
  return element;
}

/**
 * An element of a drawing.
 * @param {string} name
 * @param {Attributes} [attributes]
 * @param {...(Node|string|null)} children
 * @returns {SVGElement}
 */
export function svg(name, attributes = {}, ...children) {
  return /** @type {SVGElement} */ (fill(document.createElementNS(SVG, name), attributes, children));
}

/**
 * An element of the page.
 * @param {string} name
 * @param {Attributes} [attributes]
 * @param {...(Node|string|null)} children
 * @returns {HTMLElement}
 */
export function html(name, attributes = {}, ...children) {
  return /** @type {HTMLElement} */ (fill(document.createElement(name), attributes, children));
}

/**
 * Text of a drawing; the whole text as a hint where it had to be cut.
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {Attributes} [attributes]
 * @param {string} [whole]
 */
export function label(x, y, text, attributes = {}, whole = undefined) {
  const hint = whole !== undefined && whole !== text ? svg('title', {}, whole) : null;
  return svg('text', { x, y, fill: 'var(--chart-ink)', 'font-size': 12, ...attributes }, text, hint);
}
