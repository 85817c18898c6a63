/** Pictures drawn by hand for one analysis; every other one is drawn from its tables alone. */
import type { Component } from 'svelte';
import type { Asked } from '../lib/api';
import type { Card, EngineRecord } from '../lib/types';

export type Picture = Component<{ record: EngineRecord; card: Card; asked: Asked }>;

export const PICTURES: Record<string, () => Promise<{ default: Picture }>> = {
  alignment: () => import('./Landscape.svelte'),
  deterrence: () => import('./Equilibria.svelte'),
  hedge: () => import('./Hedge.svelte'),
  study: () => import('./Study.svelte'),
};
