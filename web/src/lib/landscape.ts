/** Configurations of camps as wells: the lower the firmer, the wider the more that ends there. */
import { rowsOf, text } from './format';
import type { Cell, EngineRecord } from './types';

export interface Member {
  state: string;
  frustration: number;
  moved: number;
}

export interface Well {
  /** Its number in the record, from 1, the lowest first. */
  number: number;
  energy: number;
  low: number;
  high: number;
  depth: number;
  /** Share of all configurations that end here. */
  share: number;
  stable: number | null;
  camps: { letter: string; states: Member[] }[];
  /** States in another camp than in the end; nothing where the case does not say. */
  wrong: string[] | null;
  right: number | null;
}

const number = (cell: Cell | undefined, otherwise: number) => (typeof cell === 'number' ? cell : otherwise);

export function wellsOf(record: EngineRecord): Well[] {
  const minima = rowsOf(record, 'minima');
  const states = rowsOf(record, 'states');
  const fits = rowsOf(record, 'fit');
  const all = minima.reduce((sum, row) => sum + number(row.basin, 0), 0) || 1;
  return minima.map((row, at) => {
    const energy = number(row.energy, 0);
    const camps = new Map<string, Member[]>();
    for (const one of states.filter((other) => other.minimum === at + 1)) {
      const member = { state: text(one.state), frustration: number(one.frustration, 0), moved: number(one.if_it_moved, 0) };
      camps.set(text(one.camp), [...(camps.get(text(one.camp)) ?? []), member]);
    }
    const fit = fits.find((one) => text(one.configuration) === String(at + 1));
    return {
      number: at + 1, energy, low: number(row.energy_p05, energy), high: number(row.energy_p95, energy), depth: number(row.depth, 0),
      share: number(row.basin, 0) / all,
      stable: typeof row.stable_in === 'number' ? row.stable_in : null,
      camps: [...camps].sort((a, b) => a[0].localeCompare(b[0])).map(([letter, members]) => ({ letter, states: members.sort((a, b) => holdOf(b) - holdOf(a)) })),
      wrong: fit ? text(fit.wrong).split(', ').filter(Boolean) : null,
      right: typeof fit?.size_right === 'number' ? fit.size_right : null,
    };
  });
}

/** What keeps a state where it is: its frustration in the next best camp less that of here. */
export const holdOf = (member: Member): number => member.moved - member.frustration;
