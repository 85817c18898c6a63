/** Clocks, shares and the secrets of seats. */
import { beforeEach, expect, it } from 'vitest';
import { clockWords, keepToken, percent, tokensOf } from '../src/lib/rooms';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) },
  });
});

it('says how much time is left', () => {
  expect(clockWords(75)).toBe('1:15');
  expect(clockWords(9.2)).toBe('0:10');
  expect(clockWords(-3)).toBe('0:00');
  expect(clockWords(3600)).toBe('60:00');
});

it('writes shares whole, and small ones finer', () => {
  expect(percent(0.404)).toBe('40');
  expect(percent(0)).toBe('0');
  expect(percent(0.004)).toBe('0.4');
  expect(percent(0.00003)).toBe('0.003');
  expect(percent(1)).toBe('100');
});

it('keeps the secrets of a room apart from those of others, and forgets one', () => {
  keepToken('a', 'RUS', 'one');
  keepToken('a', 'facilitator', 'two');
  keepToken('b', 'RUS', 'three');
  expect(tokensOf('a')).toEqual({ RUS: 'one', facilitator: 'two' });
  expect(keepToken('a', 'RUS', null)).toEqual({ facilitator: 'two' });
  expect(tokensOf('b')).toEqual({ RUS: 'three' });
});

it('takes a damaged store for an empty one', () => {
  kept.set('room a', '{broken');
  expect(tokensOf('a')).toEqual({});
  kept.set('room a', '"text"');
  expect(tokensOf('a')).toEqual({});
});
