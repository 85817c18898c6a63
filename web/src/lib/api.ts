/** Everything that is asked of the server. Nothing here knows an analysis by name. */
import { t } from '../words/frame';
import type { Card, EngineRecord, Fault, Named, Problem, RunState } from './types';

export const ROOT = '/api/v1';

/** A refusal of the engine, with its faults; or a server that does not answer. */
export class Refusal extends Error {
  readonly faults: Fault[];
  readonly status: number;
  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.faults = problem.faults ?? [];
    this.status = problem.status;
  }
}

/** True while the server does not answer; views go on waiting, a banner says so. */
export type Watch = (away: boolean) => void;
let tellAway: Watch = () => {};
export function onAway(watch: Watch): void {
  tellAway = watch;
}

/** Called when the server does not know (any more) who asks. */
let tellUnknown = () => {};
export function onUnknown(watch: () => void): void {
  tellUnknown = watch;
}

const pause = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((done, stop) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      stop(signal.reason);
    });
  });

/** Asks until the server answers: one that is restarted under an open page is waited for. */
async function reach(path: string, init: RequestInit = {}): Promise<Response> {
  for (let wait = 300; ; wait = Math.min(wait * 2, 5000)) {
    try {
      const answer = await fetch(ROOT + path, init);
      tellAway(false);
      if (answer.status === 401 && path !== '/session') tellUnknown();
      return answer;
    } catch (failure) {
      if (init.signal?.aborted) throw failure;
      tellAway(true);
      await pause(wait, init.signal ?? undefined);
    }
  }
}

async function refusal(answer: Response): Promise<Refusal> {
  const text = await answer.text();
  try {
    return new Refusal(JSON.parse(text) as Problem);
  } catch {
    return new Refusal({ title: answer.statusText, status: answer.status, detail: text.slice(0, 200) });
  }
}

export async function json<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await reach(path, init);
  if (!answer.ok) throw await refusal(answer);
  return (await answer.json()) as T;
}

const kept = new Map<string, Promise<unknown>>();
function once<T>(key: string, ask: () => Promise<T>): Promise<T> {
  let answer = kept.get(key) as Promise<T> | undefined;
  if (!answer) {
    answer = ask();
    answer.catch(() => kept.delete(key));
    kept.set(key, answer);
  }
  return answer;
}

/** Who asks; `login` where that has to be said. */
export interface Session {
  login: boolean;
  name: string;
  role: string;
}

export const session = () => json<Session>('/session');
export const signIn = (name: string, password: string) =>
  json<Session>('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
export const signOut = () => reach('/session', { method: 'DELETE' });

export const cards = () => once('cards', () => json<Card[]>('/cards'));
export const card = (name: string) => once(`card ${name}`, () => json<Card>(`/cards/${encodeURIComponent(name)}`));
export const names = (kind: string) => once(`names ${kind}`, () => json<Named[]>(`/library/${encodeURIComponent(kind)}`));
export const described = (kind: string, name: string) =>
  once(`described ${kind} ${name}`, () =>
    json<EngineRecord>(`/library/${encodeURIComponent(kind)}/${encodeURIComponent(name)}`),
  );

export interface Asked {
  name: string;
  subject?: string | { text: string };
  params?: Record<string, unknown>;
  seed?: number;
  draws?: number;
  /** How far the interval of the leading figure may reach; draws are doubled until it does. */
  precision?: number;
}

/** What is known of the leading figure so far, of a run with a precision. */
export interface Estimate {
  figure: string;
  of: string;
  value: number;
  low: number;
  high: number;
  draws: number;
}

export interface Progress {
  status: RunState['status'];
  share: number;
  estimates?: Estimate[];
}

/** Sends a question in and gives the id of its run. */
export async function begin(asked: Asked, signal?: AbortSignal): Promise<string> {
  const run = await json<{ id: string }>('/runs', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(asked),
    ...(signal ? { signal } : {}),
  });
  return run.id;
}

export const run = (id: string, signal?: AbortSignal) =>
  json<RunState>(`/runs/${encodeURIComponent(id)}`, signal ? { signal } : {});

/** Runs that the server still has, the newest first; without their records. */
export const runs = () => json<RunState[]>('/runs');

export const cancel = (id: string) => reach(`/runs/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** Waits for the end of a run: by its events, and by asking where these break off. */
export async function follow(
  id: string,
  tell: (progress: Progress) => void = () => {},
  signal?: AbortSignal,
): Promise<RunState> {
  const events = new EventSource(`${ROOT}/runs/${encodeURIComponent(id)}/events`);
  let ended = () => {};
  const end = new Promise<void>((done) => (ended = done));
  const estimates: Estimate[] = [];
  let last = 0;
  events.addEventListener('progress', (event) => {
    last = (JSON.parse((event as MessageEvent<string>).data) as { share: number }).share;
    tell({ status: 'running', share: last, estimates: [...estimates] });
  });
  events.addEventListener('estimate', (event) => {
    estimates.push(JSON.parse((event as MessageEvent<string>).data) as Estimate);
    tell({ status: 'running', share: last, estimates: [...estimates] });
  });
  events.addEventListener('done', () => ended());
  try {
    for (let wait = 60; ; wait = Math.min(wait * 2, 2000)) {
      const state = await run(id, signal);
      if (!['queued', 'running', 'paused'].includes(state.status)) return state;
      tell({ status: state.status, share: state.share, estimates: [...estimates] });
      await Promise.race([end, pause(wait, signal)]);
    }
  } finally {
    events.close();
  }
}

/** The record of a question; equal questions are asked once. Errors: Refusal. */
export function ask(
  asked: Asked,
  tell?: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<EngineRecord> {
  return once(`ask ${JSON.stringify(asked)}`, async () => {
    const id = await begin(asked, signal);
    return recordOf(await follow(id, tell, signal));
  });
}

export function recordOf(state: RunState): EngineRecord {
  if (state.status === 'done' && state.record) return state.record;
  throw new Refusal(
    state.problem ?? {
      title: 'cancelled',
      status: 0,
      detail: state.status === 'cancelled' ? t.wasCancelled : t.noRecord,
    },
  );
}

// ---- Scenarios --------------------------------------------------------------------------------

export interface KeptScenario {
  name: string;
  origin: 'library' | 'kept';
  version: number;
  text: string;
  /** Says which version was read, so that nobody writes over what another wrote meanwhile. */
  tag: string;
}

export const scenarios = () => json<Omit<KeptScenario, 'text' | 'tag'>[]>('/scenarios');

export async function scenario(name: string, version = 0): Promise<KeptScenario> {
  const path = `/scenarios/${encodeURIComponent(name)}${version ? `?version=${version}` : ''}`;
  const answer = await reach(path);
  if (!answer.ok) throw await refusal(answer);
  return { ...((await answer.json()) as KeptScenario), tag: answer.headers.get('ETag') ?? '' };
}

async function send(method: string, path: string, text: string, tag = ''): Promise<Response> {
  const answer = await reach(path, {
    method,
    headers: { 'Content-Type': 'application/toml', ...(tag ? { 'If-Match': tag } : {}) },
    body: text,
  });
  if (!answer.ok) throw await refusal(answer);
  return answer;
}

/** The faults of a text; none where it is sound. */
export async function faultsOf(text: string): Promise<Fault[]> {
  try {
    await send('POST', '/scenarios/validate', text);
    return [];
  } catch (failure) {
    if (failure instanceof Refusal && failure.status >= 400 && failure.status < 500)
      return failure.faults;
    throw failure;
  }
}

/** Keeps a text: a new scenario, or a version after the one with `tag`. */
export async function keepScenario(name: string, text: string, tag: string): Promise<KeptScenario> {
  const answer = tag
    ? await send('PUT', `/scenarios/${encodeURIComponent(name)}`, text, tag)
    : await send('POST', '/scenarios', text);
  return { ...((await answer.json()) as KeptScenario), tag: answer.headers.get('ETag') ?? '' };
}

export const removeScenario = (name: string, tag: string) =>
  send('DELETE', `/scenarios/${encodeURIComponent(name)}`, '', tag);
