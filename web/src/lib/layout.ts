/** Where the states of a network stand: forces between them, the same each time. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

export interface Node {
  id: string;
  x: number;
  y: number;
  degree: number;
}

export interface Link {
  a: string;
  b: string;
  value: number;
}

/** States within `steps` promises of one, that one included; all where it is empty. */
export function around(links: readonly Link[], focus: string, steps: number): Set<string> {
  const near = new Map<string, string[]>();
  for (const { a, b } of links) {
    near.set(a, [...(near.get(a) ?? []), b]);
    near.set(b, [...(near.get(b) ?? []), a]);
  }
  if (focus === '') return new Set(near.keys());
  let edge = [focus];
  const found = new Set(edge);
  for (let step = 0; step < steps; ++step) {
    const next: string[] = [];
    for (const one of edge) for (const other of near.get(one) ?? []) {
      if (found.has(other)) continue;
      found.add(other);
      next.push(other);
    }
    edge = next;
  }
  return found;
}

/** Ties of both directions as one, with the firmer value. */
export function linksOf(rows: readonly { from: string; to: string; value: number }[], least: number): Link[] {
  const best = new Map<string, Link>();
  for (const { from, to, value } of rows) {
    if (value < least) continue;
    const [a, b] = from < to ? [from, to] : [to, from];
    const known = best.get(`${a} ${b}`);
    if (!known || known.value < value) best.set(`${a} ${b}`, { a, b, value });
  }
  return [...best.values()];
}

/** Positions around 0. Cost: 300 steps of O(n log n + links). */
export function layout(ids: readonly string[], links: readonly Link[]): Node[] {
  const degree = new Map<string, number>();
  for (const { a, b } of links) {
    degree.set(a, (degree.get(a) ?? 0) + 1);
    degree.set(b, (degree.get(b) ?? 0) + 1);
  }
  // A spiral by name to begin with: no chance is involved, so that a picture can be cited.
  const nodes: Node[] = [...ids].sort().map((id, at) => ({
    id, degree: degree.get(id) ?? 0, x: 12 * Math.sqrt(at) * Math.cos(at * 2.4), y: 12 * Math.sqrt(at) * Math.sin(at * 2.4),
  }));
  const near = (link: Link) => 1 / Math.min(degree.get(link.a) ?? 1, degree.get(link.b) ?? 1);
  forceSimulation(nodes)
    .force('charge', forceManyBody<Node>().strength(-130))
    .force('link', forceLink<Node, { source: string; target: string; link: Link }>(links.map((link) => ({ source: link.a, target: link.b, link }))).id((node) => node.id).distance(60).strength((one) => near(one.link)))
    .force('x', forceX<Node>().strength(0.05))
    .force('y', forceY<Node>().strength(0.07))
    .force('collide', forceCollide<Node>(13))
    .stop()
    .tick(300);
  return nodes;
}
