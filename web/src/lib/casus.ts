/** The answer of `casus`, put together the way people read it. */
import { rowsOf, text } from './format';
import type { EngineRecord } from './types';

export const DUTIES = ['fight', 'assist', 'supply', 'share', 'host', 'consult', 'stay_out', 'not_attack'] as const;

/** States that one article binds to one thing. */
export interface Bound {
  duty: string;
  agreement: string;
  article: string;
  discretion: string;
  because: string;
  states: string[];
}

export function boundOf(record: EngineRecord): Bound[] {
  const found = new Map<string, Bound>();
  for (const row of rowsOf(record, 'verdicts')) {
    const [duty, agreement, article, discretion] = [row.duty, row.agreement, row.article, row.discretion].map(text);
    const key = [duty, agreement, article, discretion].join(' ');
    const one = found.get(key) ?? {
      duty: duty ?? '', agreement: agreement ?? '', article: article ?? '', discretion: discretion ?? '',
      because: text(row.because), states: [],
    };
    one.states.push(text(row.state));
    found.set(key, one);
  }
  const rank = (duty: string) => DUTIES.findIndex((one) => one === duty);
  return [...found.values()].sort((a, b) => rank(a.duty) - rank(b.duty) || b.states.length - a.states.length || a.agreement.localeCompare(b.agreement));
}

/** Why agreements bind nobody here: reason by reason, the states and agreements it covers. */
export interface Silence {
  reason: string;
  agreements: { agreement: string; because: string; states: string[] }[];
  count: number;
}

export function silencesOf(record: EngineRecord): Silence[] {
  const found = new Map<string, Map<string, { agreement: string; because: string; states: string[] }>>();
  for (const row of rowsOf(record, 'silent')) {
    const because = text(row.because);
    const at = because.indexOf(':');
    const reason = at > 0 ? because.slice(0, at) : because;
    const rest = at > 0 ? because.slice(at + 1).trim() : '';
    const by = found.get(reason) ?? new Map();
    const key = `${text(row.agreement)} ${rest}`;
    const one = by.get(key) ?? { agreement: text(row.agreement), because: rest, states: [] };
    one.states.push(text(row.state));
    by.set(key, one);
    found.set(reason, by);
  }
  return [...found]
    .map(([reason, by]) => {
      const agreements = [...by.values()].sort((a, b) => b.states.length - a.states.length);
      return { reason, agreements, count: agreements.reduce((sum, one) => sum + one.states.length, 0) };
    })
    .sort((a, b) => a.count - b.count);
}

/** The strongest duty of each state, for the map. */
export function strongest(bound: readonly Bound[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const one of bound) for (const state of one.states) if (!found.has(state)) found.set(state, one.duty);
  return found;
}

export interface EventParts {
  from: string;
  to: string;
  at: string;
  by: string;
  on: string;
}

/** The event in the words of the engine. */
export function eventText(parts: EventParts): string {
  if (!parts.from || !parts.to) return '';
  const more = [parts.at && `at ${parts.at}`, parts.by && `by ${parts.by}`, parts.on && `on ${parts.on}`].filter(Boolean);
  return [`${parts.from} attacks ${parts.to}`, ...more].join(' ');
}

/** The parts of an event that was typed, as far as the form can show them. */
export function eventParts(event: string): EventParts {
  const take = (word: string) => new RegExp(`\\b${word} (\\S+)`).exec(event)?.[1] ?? '';
  const sides = /^\s*(\S+) attacks (\S+)/.exec(event);
  return { from: sides?.[1] ?? '', to: sides?.[2] ?? '', at: take('at'), by: take('by'), on: take('on') };
}
