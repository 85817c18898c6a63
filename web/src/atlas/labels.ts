/** Names beside dots, the weightiest first, none over another. */
export interface Labelled {
  state: string;
  text: string;
  point: [number, number];
  weight: number;
  radius: number;
}

export interface Label {
  state: string;
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** At most `most` labels within a pane; four places are tried for each. Cost: O(n * most). */
export function labelsOf(states: readonly Labelled[], width: number, height: number, most: number): Label[] {
  const taken: Box[] = [];
  const labels: Label[] = [];
  for (const one of [...states].sort((a, b) => b.weight - a.weight || a.state.localeCompare(b.state))) {
    if (labels.length >= most) break;
    const [x, y] = one.point;
    const wide = one.text.length * 6.1;
    const gap = one.radius + 3;
    const places: { x: number; y: number; anchor: Label['anchor']; left: number }[] = [
      { x: x + gap, y: y + 4, anchor: 'start', left: x + gap },
      { x: x - gap, y: y + 4, anchor: 'end', left: x - gap - wide },
      { x, y: y - gap, anchor: 'middle', left: x - wide / 2 },
      { x, y: y + gap + 9, anchor: 'middle', left: x - wide / 2 },
    ];
    for (const place of places) {
      const box = { left: place.left, right: place.left + wide, top: place.y - 10, bottom: place.y + 3 };
      if (box.left < 2 || box.right > width - 2 || box.top < 2 || box.bottom > height - 2) continue;
      if (taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      labels.push({ state: one.state, text: one.text, x: place.x, y: place.y, anchor: place.anchor });
      break;
    }
  }
  return labels;
}
