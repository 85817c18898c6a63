/** No text that people read stands in a view: all of it is in `src/words`, where it can be translated. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { expect, it } from 'vitest';

interface Node {
  type: string;
  [key: string]: unknown;
}

const READ = new Set(['aria-label', 'title', 'placeholder', 'label', 'alt', 'caption']);
const WORD = /[A-Za-z]{2,}/;
const PROSE = /[A-Za-z]{2,}[,:]? [a-z]{2,}|^[A-Z][a-z]+[.:]?$/;

const isWords = (callee: Node): boolean => callee.type === 'MemberExpression' && (callee.object as Node).name === 't';

/** Texts that an expression may come to: branches and templates, but not what it hands to a function. */
function valuesOf(node: Node): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'ConditionalExpression') return [...valuesOf(node.consequent as Node), ...valuesOf(node.alternate as Node)];
  // A sentence of `src/words` may be given words to put into itself.
  if (node.type === 'CallExpression' && isWords(node.callee as Node)) return (node.arguments as Node[]).flatMap(valuesOf);
  if (node.type === 'LogicalExpression') return [...valuesOf(node.left as Node), ...valuesOf(node.right as Node)];
  if (node.type === 'TemplateLiteral')
    return [...(node.quasis as { value: { cooked: string } }[]).map((one) => one.value.cooked), ...(node.expressions as Node[]).flatMap(valuesOf)];
  return [];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const children = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

function inMarkup(node: Node): string[] {
  if (node.type === 'StyleDirective') return [];
  if (node.type === 'Attribute') {
    const parts = (Array.isArray(node.value) ? node.value : [node.value]) as unknown[];
    if (READ.has(String(node.name))) return parts.filter(isNode).flatMap(inMarkup);
    // What an attribute does is code; only what it shows is read.
    return [];
  }
  if (node.type === 'Text') return WORD.test(String(node.data)) ? [String(node.data).trim()] : [];
  if (node.type === 'ExpressionTag') return valuesOf(node.expression as Node).filter((text) => WORD.test(text));
  return children(node).flatMap(inMarkup);
}

function inScript(node: Node): string[] {
  if (node.type === 'ImportDeclaration' || node.type.startsWith('TS') || node.type === 'BinaryExpression') return [];
  const own = node.type === 'Literal' || node.type === 'TemplateLiteral' ? valuesOf(node).filter((text) => PROSE.test(text)) : [];
  return [...own, ...children(node).flatMap(inScript)];
}

export function literals(source: string): string[] {
  const tree = parse(source, { modern: true }) as unknown as { fragment: Node; instance: { content: Node } | null };
  return [...inMarkup(tree.fragment), ...(tree.instance ? inScript(tree.instance.content) : [])];
}

const root = join(import.meta.dirname, '../src');
const files = (readdirSync(root, { recursive: true }) as string[]).filter((name) => name.endsWith('.svelte')).sort();

it('finds what is written into markup, attributes and scripts, and nothing else', () => {
  expect(literals('<p>Plain words</p>')).toEqual(['Plain words']);
  expect(literals('<p aria-label="A name" class="two words">{a ? "no" : b("x y")}{t.of(a ? "yes" : "")}</p>')).toEqual(['A name', 'no', 'yes']);
  expect(literals('<script>const said = `Kept as ${name}`; go("view");</script><p>{t.x} →</p>')).toEqual(['Kept as ']);
});

it.each(files)('%s holds no text of its own', (name) => {
  expect(literals(readFileSync(join(root, name), 'utf8')).join(' | ')).toBe('');
});
