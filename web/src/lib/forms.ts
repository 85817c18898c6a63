/** Forms made from cards, and what they send. */
import type { Card, Field } from './types';

/** Questions about files of the machine, and tools of the command line: no page asks them. */
const NOT_HERE = new Set(['check', 'diff', 'import', 'new', 'version', 'why', 'describe', 'list']);
const FILES = new Set(['data', 'sizes', 'propensities', 'portfolios', 'graph', 'strengths_file', 'history']);

export const isOffered = (card: Card): boolean => !NOT_HERE.has(card.name) && card.subject.kind !== 'file';

export const fieldsOf = (card: Card): Field[] => card.fields.filter((field) => field.type !== 'file' && !FILES.has(field.name));

/** An assumption has a range and a source or a default; all else is a choice of the asker. */
export const isAssumption = (field: Field): boolean => field.type === 'number' && field.low !== null && field.high !== null && field.default !== '' && field.source !== '';

/** Which kind of the library a subject or field names, where there is one. */
export function kindOf(kind: string): string {
  const kinds: Record<string, string> = {
    state: 'states', patron: 'states', scenario: 'scenarios', study: 'studies', agreement: 'agreements', contingency: 'contingencies',
  };
  return kinds[kind] ?? '';
}

/** Cases are of the analysis that reads them. */
export function kindOfSubject(card: Card): string {
  const cases: Record<string, string> = { crisis: 'crises', negotiate: 'negotiations', alignment: 'landscapes', claims: 'claims' };
  return cases[card.name] ?? kindOf(card.subject.kind);
}

/** Whether a study or case of one's own may be asked in place of one of the library. */
export const takesOwnFile = (card: Card): boolean =>
  card.name === 'claims' || card.subject.kind === 'study' || (card.subject.kind === 'case' && !card.subject.optional);

/** What is sent: only what was changed, so that the command it prints is short. */
export function paramsOf(card: Card, query: Record<string, string>): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const field of fieldsOf(card)) {
    const value = query[`p.${field.name}`] ?? '';
    if (value === '') continue;
    if (field.repeated) params[field.name] = value.split(';').map((one) => one.trim()).filter(Boolean);
    else if (field.type === 'yes or no') params[field.name] = value === 'yes';
    else if (field.type === 'number' || field.type === 'whole number') params[field.name] = Number.isNaN(Number(value)) ? value : Number(value);
    else params[field.name] = value;
  }
  for (const name of ['scenario', 'vary']) if (query[`p.${name}`]) params[name] = query[`p.${name}`];
  if (query['p.without']) params.without = query['p.without'].split(';').map((one) => one.trim()).filter(Boolean);
  return params;
}
