/** Lines of the atlas stand out at least 3:1 from everything that they run over, in both themes. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = ['src/app.css', 'src/views/Atlas.svelte'].map((file) => readFileSync(file, 'utf8')).join('\n');
const colours = new Map<string, readonly [string, string]>();
for (const [, name, light, dark] of css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)) colours.set(name ?? '', [light ?? '', dark ?? '']);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, two: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(two)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

const LINES = ['fight', 'assist', 'consult', 'peace', 'other', 'ink'];
const FILLS = ['land', 'land-none', 'sea', ...[0, 1, 2, 3, 4, 5].map((at) => `bloc-${at}`)];

it.each(['light', 'dark'])('lines over every fill, %s', (theme) => {
  const of = (name: string) => {
    const both = colours.get(name);
    if (!both) throw new Error(`no colour ${name}`);
    return both[theme === 'light' ? 0 : 1];
  };
  const faint = LINES.flatMap((line) => FILLS.map((fill) => [line, fill, contrast(of(line), of(fill))] as const)).filter((one) => one[2] < 3);
  expect(faint).toEqual([]);
});

it('knows black from white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
