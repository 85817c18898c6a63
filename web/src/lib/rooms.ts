/** Crisis rooms: what the server says of one, and the secrets of the seats that this browser holds. */
import { json, ROOT } from './api';
import type { EngineRecord } from './types';

export interface Seat {
  seat: string;
  title: string;
  side: string;
  ally: boolean;
  holder: 'person' | 'engine' | 'free';
  name: string | null;
  stands: string;
  asked: boolean;
  chosen: boolean;
  stake: number;
  strength: number;
  may_be_firm: number | null;
  firm_believed: number | null;
  firm?: boolean;
}

export interface Choice {
  move: string;
  leads: string;
  otherwise: string | null;
  to_rung: number;
  covert: boolean;
  joins: boolean;
  chance: number | null;
  p: number;
  worth: number;
  war: number;
}

export interface RoomPromise {
  ally: string;
  at: string;
  event: string;
  owes: boolean;
  duty: string | null;
  agreement: string | null;
  article: string | null;
  because: string | null;
  theta: number | null;
  answer: string | null;
  open: boolean;
  p_honour: number | null;
  worth: { honour: number; delay: number; renege: number } | null;
}

export interface Line {
  n: number;
  at: string;
  round: number;
  who: string;
  kind: string;
  text: string;
  rung: number;
}

export interface RoomHead {
  id: string;
  case: string;
  title: string;
  state: 'open' | 'playing' | 'paused' | 'over';
  step: number;
  round: number;
  opened: string;
  seats: Seat[];
}

export interface Room extends RoomHead {
  note: string;
  source: string;
  clock: number;
  remaining: number | null;
  you: { seat: string | null; firm: boolean | null };
  now: { at: string; rung: number; kind: 'decision' | 'answer' | 'end'; event: string | null };
  odds: {
    war: number;
    challenger_wins: number;
    bargain: { low: number; high: number };
    ends: { id: string; title: string; war: boolean; rung: number; p: number }[];
  };
  promises: RoomPromise[];
  choices: Choice[];
  chosen: string | null;
  numbers?: { name: string; unit: string; value: number; low: number; high: number }[];
  nodes?: { id: string; rung: number; words: string }[];
  log: Line[];
  end: { id: string; title: string; war: boolean } | null;
}

export interface Granted {
  id: string;
  token: string;
}

const path = (id: string) => `/rooms/${encodeURIComponent(id)}`;
const body = (value: unknown, token = ''): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...(token ? { 'Entente-Seat': token } : {}) },
  body: JSON.stringify(value),
});
const by = (token: string): RequestInit => (token ? { headers: { 'Entente-Seat': token } } : {});

export const rooms = () => json<{ rooms: RoomHead[] }>('/rooms');
export const openRoom = (opening: Record<string, unknown>) => json<Granted>('/rooms', body(opening));
export const room = (id: string, token: string) => json<Room>(path(id), by(token));
export const sit = (id: string, seat: string, name: string) => json<{ seat: string; token: string }>(`${path(id)}/seats`, body({ seat, name }));
export const act = (id: string, token: string, what: Record<string, unknown>) => json<Room>(`${path(id)}/acts`, body(what, token));
export const savedGame = (id: string, token: string) => json<unknown>(`${path(id)}/save`, by(token));
export const debrief = (id: string) => json<EngineRecord>(`${path(id)}/debrief`);
export const debriefPage = (id: string) => `${ROOT}${path(id)}/debrief.html`;
export const eventsOf = (id: string, after: number) => new EventSource(`${ROOT}${path(id)}/events?after=${after}`);

/** The secrets of a room that this browser holds, by seat; `facilitator` among them. */
export function tokensOf(id: string): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`room ${id}`) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, string>) : {};
  } catch {
    return {};
  }
}

export function keepToken(id: string, seat: string, token: string | null): Record<string, string> {
  const all = tokensOf(id);
  if (token === null) delete all[seat];
  else all[seat] = token;
  localStorage.setItem(`room ${id}`, JSON.stringify(all));
  return all;
}

/** What the person who sits here called itself last. */
export const myName = (): string => localStorage.getItem('my name') ?? '';
export const keepName = (name: string): void => localStorage.setItem('my name', name);

/** `75` as `1:15`. */
export function clockWords(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A share in per cent: whole from 1 % on, finer below. */
export const percent = (share: number): string => {
  const value = share * 100;
  return value > 0 && value < 0.95 ? value.toPrecision(1) : String(Math.round(value));
};
