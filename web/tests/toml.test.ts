import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { opensOf, tokensOf } from '../src/lib/toml';

const kinds = (line: string) => tokensOf(line).tokens.filter(([kind]) => kind !== 'space');

describe('words of TOML by kind', () => {
  it('tells keys, texts, figures and comments', () => {
    expect(kinds('name = "a # b" # why')).toEqual([['key', 'name'], ['sign', '='], ['text', '"a # b"'], ['comment', '# why']]);
    expect(kinds('date = 2026-07-01')).toEqual([['key', 'date'], ['sign', '='], ['number', '2026-07-01']]);
    expect(kinds('x = [-1.5e3, true, inf]').map(([kind]) => kind)).toEqual(['key', 'sign', 'sign', 'number', 'sign', 'number', 'sign', 'number', 'sign']);
    expect(kinds('forces = { drones = 12, "odd key" = 1 }').filter(([kind]) => kind === 'key').map(([, word]) => word)).toEqual(['forces', 'drones', '"odd key"']);
    expect(kinds('a.b = 1').filter(([kind]) => kind === 'key').map(([, word]) => word)).toEqual(['a', 'b']);
  });
  it('tells headers from lists', () => {
    expect(kinds('[[lever]] # one')).toEqual([['header', '[[lever]] '], ['comment', '# one']]);
    expect(kinds('["baltic"],')[0]).toEqual(['sign', '[']);
  });
  it('bears what is not finished', () => {
    expect(kinds('name = "abc').at(-1)).toEqual(['text', '"abc']);
    expect(tokensOf('note = """begins').open).toBe('"""');
    expect(tokensOf('goes on', '"""')).toEqual({ tokens: [['text', 'goes on']], open: '"""' });
    expect(kinds('\\ ?? €').length).toBeGreaterThan(0);
  });
  it('follows texts over lines', () => {
    expect(opensOf(['a = """', '# no comment', '""" # one', 'b = 1'])).toEqual(['', '"""', '"""', '']);
  });
});

it('loses no character of the scenarios of the library', () => {
  const folder = join(import.meta.dirname, '../../library/scenarios');
  const files = readdirSync(folder).filter((name) => name.endsWith('.toml'));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    const opens = opensOf(lines);
    lines.forEach((line, at) => expect(tokensOf(line, opens[at]).tokens.map(([, word]) => word).join('')).toBe(line));
  }
});
