// @ts-check
const SVG = 'http://www.w3.org/2000/svg';

/**
 * A node of a picture. Texts are set as texts: what a record holds is never read as markup.
 * @param {string} tag @param {Record<string, string | number>} [attributes] @param {(Element | string)[]} [inside]
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, inside = []) {
  const node = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes))
    node.setAttribute(name, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  for (const one of inside) node.append(one);
  return node;
}

/**
 * @param {string} tag @param {Record<string, string>} [attributes] @param {(Element | string)[]} [inside]
 * @returns {HTMLElement}
 */
export function html(tag, attributes = {}, inside = []) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  for (const one of inside) node.append(one);
  return node;
}

/** @param {string} text @param {number} most */
export const cut = (text, most) => (text.length > most ? text.slice(0, most - 1) + '…' : text);

/**
 * The picture as a file of its own: colours that a page gives by variables are written into it.
 * @param {SVGElement} picture
 */
export function standalone(picture) {
  const copy = /** @type {SVGElement} */ (picture.cloneNode(true));
  const from = [picture, ...picture.querySelectorAll('*')];
  const to = [copy, ...copy.querySelectorAll('*')];
  from.forEach((node, at) => {
    const look = getComputedStyle(node);
    for (const name of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-family', 'font-weight', 'opacity'])
      if (look.getPropertyValue(name)) to[at]?.setAttribute(name, look.getPropertyValue(name));
    to[at]?.removeAttribute('class');
  });
  copy.setAttribute('xmlns', SVG);
  const paper = svg('rect', { width: '100%', height: '100%' });
  paper.setAttribute('fill', getComputedStyle(picture).getPropertyValue('--chart-paper').trim() ? getComputedStyle(picture).backgroundColor : '#fff');
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}
