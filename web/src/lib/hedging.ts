/** What a protected state begins, by year and belief in its guarantor, and up to which belief. */
import { rowsOf, text } from './format';
import type { Cell, EngineRecord } from './types';

export interface Choice {
  year: number;
  belief: number;
  /** What is begun, with plus signs between; empty for nothing. */
  begin: string;
  same: number;
}

export interface Threshold {
  option: string;
  open: boolean;
  /** Mean over worlds of the highest belief at which it is begun; null where it is at none. */
  below: number | null;
  lo: number;
  hi: number;
  p05: number;
  p95: number;
}

export interface Plan {
  state: string;
  years: number[];
  beliefs: number[];
  choices: Choice[];
  /** What is begun anywhere, the commonest first, without nothing. */
  kinds: string[];
  thresholds: Threshold[];
  own: { belief: number; low: number; high: number } | null;
}

const number = (cell: Cell | undefined, otherwise = NaN) => (typeof cell === 'number' ? cell : otherwise);

export const statesOf = (record: EngineRecord): string[] => [...new Set(rowsOf(record, 'policy').map((row) => text(row.state)))];

export function planOf(record: EngineRecord, state: string): Plan {
  const mine = (name: string) => rowsOf(record, name).filter((row) => text(row.state) === state);
  // The scenario's own belief lies between the lattice and would be a row of another height: it is a line instead.
  const choices = mine('policy').filter((row) => row.own_belief !== true)
    .map((row) => ({ year: number(row.year), belief: number(row.belief), begin: text(row.begin), same: number(row.same, 1) }));
  const counts = new Map<string, number>();
  for (const { begin } of choices) if (begin !== '') counts.set(begin, (counts.get(begin) ?? 0) + 1);
  const ordered = (values: number[]) => [...new Set(values)].sort((a, b) => a - b);
  const guarantor = mine('guarantor')[0];
  const own = number(guarantor?.reliability);
  return {
    state, choices,
    years: ordered(choices.map((one) => one.year)),
    beliefs: ordered(choices.map((one) => one.belief)),
    kinds: [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([kind]) => kind),
    thresholds: mine('thresholds').map((row) => {
      const below = number(row.below);
      return {
        option: text(row.option), open: row.open === true, below: Number.isNaN(below) ? null : below,
        lo: number(row.below_lo, below), hi: number(row.below_hi, below), p05: number(row.below_p05, below), p95: number(row.below_p95, below),
      };
    }),
    own: Number.isNaN(own) ? null : { belief: own, low: number(guarantor?.reliability_p10, own), high: number(guarantor?.reliability_p90, own) },
  };
}
