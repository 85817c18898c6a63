// @ts-nocheck
// As much of a page as the charts need, so that what they draw can be looked at without a browser.

class Node {
  constructor() {
    this.childNodes = [];
    this.parentNode = null;
  }
  get firstChild() {
    return this.childNodes[0] ?? null;
  }
  appendChild(child) {
    child.parentNode = this;
    this.childNodes.push(child);
    return child;
  }
  removeChild(child) {
    this.childNodes.splice(this.childNodes.indexOf(child), 1);
    return child;
  }
  get textContent() {
    return this.childNodes.map((child) => child.textContent).join('');
  }
}

class Text extends Node {
  constructor(text) {
    super();
    this.text = String(text);
  }
  get textContent() {
    return this.text;
  }
}

class Element extends Node {
  constructor(name, space) {
    super();
    this.tagName = name;
    this.space = space;
    this.attributes = new Map();
    this.heard = new Map();
    this.hidden = false;
  }
  set innerHTML(text) {
    throw new Error(`markup from text: ${text}`);
  }
  setAttribute(name, value) {
    this.attributes.set(name, String(value));
  }
  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }
  addEventListener(name, act) {
    this.heard.set(name, act);
  }
  click() {
    this.heard.get('click')();
  }
}

/** Puts a page in place of the one a browser has. */
export function openPage() {
  globalThis.document = {
    createElement: (name) => new Element(name, ''),
    createElementNS: (space, name) => new Element(name, space),
    createTextNode: (text) => new Text(text),
  };
}

/** All elements of a name at or below one. */
export function all(element, name) {
  const own = element.tagName === name ? [element] : [];
  return own.concat(element.childNodes.flatMap((child) => (child instanceof Element ? all(child, name) : [])));
}
