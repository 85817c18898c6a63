/** Agreements as the atlas shows them: pacts of several as areas and nodes, those of two as lines. */
import { rowsOf, text } from '../lib/format';
import type { EngineRecord } from '../lib/types';

/** What a promise is drawn as, the strongest duty first. */
export const KINDS = ['fight', 'assist', 'consult', 'peace', 'other'] as const;
export type Kind = (typeof KINDS)[number];
export interface Pact {
  id: string;
  title: string;
  form: string;
  rung: number;
  signed: string;
  parties: string[];
  owes: string[];
  kind: Kind;
}

export function kindOf(owes: readonly string[]): Kind {
  for (const kind of ['fight', 'assist', 'consult'] as const) if (owes.includes(kind)) return kind;
  return owes.includes('not_attack') || owes.includes('stay_out') ? 'peace' : 'other';
}

export function pactsOf(record: EngineRecord): Pact[] {
  return rowsOf(record, 'agreements').map((row) => {
    const owes = text(row.owes).split(', ').filter((duty) => duty && duty !== 'nothing');
    return {
      id: text(row.agreement),
      title: text(row.name),
      form: text(row.form),
      rung: Number(row.rung ?? 0),
      signed: text(row.signed),
      parties: text(row.parties).split(' ').filter(Boolean),
      owes,
      kind: kindOf(owes),
    };
  });
}

/** Pacts of three or more, the firmest first and the larger of equals. */
export const blocsOf = (pacts: readonly Pact[]): Pact[] =>
  pacts
    .filter((pact) => pact.parties.length > 2)
    .sort(
      (a, b) =>
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.rung - a.rung || b.parties.length - a.parties.length || a.id.localeCompare(b.id),
    );

/** A pair of states and what stands between the two of them alone. */
export interface Tie {
  a: string;
  b: string;
  kind: Kind;
  pacts: Pact[];
}

export function tiesOf(pacts: readonly Pact[]): Tie[] {
  const ties = new Map<string, Tie>();
  for (const pact of pacts) {
    const [a, b] = pact.parties;
    if (pact.parties.length !== 2 || !a || !b) continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const tie = ties.get(key) ?? { a, b, kind: pact.kind, pacts: [] };
    tie.pacts.push(pact);
    if (KINDS.indexOf(pact.kind) < KINDS.indexOf(tie.kind)) tie.kind = pact.kind;
    ties.set(key, tie);
  }
  return [...ties.values()].sort((x, y) => KINDS.indexOf(y.kind) - KINDS.indexOf(x.kind));
}

/** How many agreements were in force in the middle of each year. */
export function inForce(spans: readonly { from: string; to: string }[], first: number, last: number): number[] {
  const counts: number[] = [];
  for (let year = first; year <= last; ++year) {
    const day = `${year}-07-01`;
    counts.push(spans.filter((span) => span.from !== '' && span.from <= day && (span.to === '' || day <= span.to)).length);
  }
  return counts;
}
