import { geoArea, geoCentroid, geoEqualEarth, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { APPROXIMATE, CAPITALS, DISPUTED, TERRITORIES } from './historical';
import { lettersOf } from './iso';

export type Area = Feature<Polygon | MultiPolygon>;

/** A country of the map: the code that states use, and its outline. */
export interface Unit {
  code: string;
  title: string;
  disputed: boolean;
  area: Area;
  /** Longitude and latitude of the middle of its largest part. */
  middle: [number, number];
}

const NAMED: Readonly<Record<string, string>> = { Kosovo: 'XKX', 'N. Cyprus': 'CYP', Somaliland: 'SOM' };

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

export function unitsOf(atlas: Atlas): Unit[] {
  const units: Unit[] = [];
  const seen = new Set<string>();
  for (const one of feature(atlas, atlas.objects.countries).features) {
    const title = one.properties.name;
    if (title === 'Antarctica') continue;
    const letters = lettersOf.get(String(one.id ?? '')) ?? NAMED[title] ?? '';
    // A second part of one code (Ashmore and Cartier of Australia) is drawn, and is nobody's middle.
    const code = seen.has(letters) && !NAMED[title] ? `${letters}+` : letters;
    seen.add(letters);
    const area = one as Area;
    units.push({ code, title, disputed: DISPUTED.has(title), area, middle: middleOf(area) });
  }
  return units;
}

/** The middle of the largest part, so that islands far away do not pull it into the sea. */
export function middleOf(area: Area): [number, number] {
  const shape = area.geometry;
  if (shape.type === 'Polygon') return geoCentroid(area);
  let best: Polygon = { type: 'Polygon', coordinates: shape.coordinates[0] ?? [] };
  let size = -1;
  for (const coordinates of shape.coordinates) {
    const part: Polygon = { type: 'Polygon', coordinates };
    const covers = geoArea(part);
    if (covers > size && covers < 2 * Math.PI) [best, size] = [part, covers];
  }
  return geoCentroid(best);
}

/** Which state a country belongs to, of those that exist on a day; nothing where none does. */
export function ownersOf(units: readonly Unit[], states: ReadonlySet<string>): Map<string, string> {
  const owners = new Map<string, string>();
  for (const unit of units) {
    const code = unit.code.replace('+', '');
    const owner = states.has(code) ? code : (TERRITORIES[code] ?? '');
    if (states.has(owner)) owners.set(unit.code, owner);
  }
  const known = new Set(units.map((unit) => unit.code));
  for (const [state, parts] of Object.entries(APPROXIMATE))
    if (states.has(state)) for (const part of parts) if (known.has(part) && !owners.has(part)) owners.set(part, state);
  return owners;
}

/** Where the dot of each state stands. */
export function placesOf(units: readonly Unit[], states: ReadonlySet<string>): Map<string, [number, number]> {
  const middles = new Map(units.map((unit) => [unit.code, unit.middle]));
  const places = new Map<string, [number, number]>();
  for (const state of states) {
    const capital = CAPITALS[state];
    const part = APPROXIMATE[state]?.find((one) => middles.has(one));
    const place = capital ? ([...capital] as [number, number]) : (middles.get(state) ?? (part && middles.get(part)));
    if (place) places.set(state, place);
  }
  return places;
}

export const REGIONS = {
  world: { centre: -10, box: [[-168, -56], [188, 78]] },
  pacific: { centre: -165, box: [[-15, -56], [341, 78]] },
  europe: { centre: -15, box: [[-24, 34], [52, 70]] },
  gulf: { centre: -48, box: [[28, 10], [70, 44]] },
  indo_pacific: { centre: -120, box: [[66, -46], [178, 52]] },
  americas: { centre: 85, box: [[-150, -52], [-34, 62]] },
  africa: { centre: -18, box: [[-20, -35], [54, 38]] },
} as const;
export type Region = keyof typeof REGIONS;
export const isRegion = (name: string): name is Region => name in REGIONS;

/** An equal-area view of a region that fills the pane: what does not fit is cut, the sea goes on. */
export function projectionOf(region: Region, width: number, height: number): GeoProjection {
  const { centre, box } = REGIONS[region];
  const [[west, south], [east, north]] = box;
  const edge: [number, number][] = [];
  for (let at = 0; at <= 1; at += 0.05) {
    const lon = west + (east - west) * at;
    const lat = south + (north - south) * at;
    edge.push([lon, south], [lon, north], [west + 0.01, lat], [east - 0.01, lat]);
  }
  const frame: GeoPermissibleObjects = { type: 'MultiPoint', coordinates: edge };
  return geoEqualEarth()
    .rotate([centre, 0])
    .fitExtent([[6, 6], [width - 6, height - 6]], frame)
    .clipExtent([[-40, -40], [width + 40, height + 40]]);
}

export const pathOf = (projection: GeoProjection) => geoPath(projection).digits(1);

/** How far on the screen once round the world is, at the height `y`. */
export function turnAt(projection: GeoProjection, y: number): number {
  const centre = -(projection.rotate()[0] ?? 0);
  const lat = projection.invert?.([projection.translate()[0] ?? 0, y])?.[1] ?? 0;
  const east = projection([centre + 179.9, lat]);
  const west = projection([centre - 179.9, lat]);
  return east && west ? east[0] - west[0] : Infinity;
}

type Point = readonly [number, number];

/**
 * Lines between two states, bowed gently: a promise is a relation and no flight, so it does not run
 * over the pole. A pair that lies nearer the other way round leaves the map at one edge and comes in
 * at the other. Ends are points of the screen; `turn` is once round the world there.
 */
export function bows(from: Point, to: Point, width: number, turn: number): string[] {
  if (Math.abs(to[0] - from[0]) <= turn / 2) return [bow(from, to, width)];
  const way = to[0] > from[0] ? turn : -turn;
  return [bow(from, [to[0] - way, to[1]], width), bow([from[0] + way, from[1]], to, width)];
}

function bow(from: Point, to: Point, width: number): string {
  const [x, y] = to;
  const dx = x - from[0];
  const dy = y - from[1];
  const length = Math.hypot(dx, dy) || 1;
  const bend = Math.min(0.16 * length, 0.08 * width);
  const mx = (from[0] + x) / 2 - (dy / length) * bend * Math.sign(dx || 1);
  const my = (from[1] + y) / 2 - (Math.abs(dx) / length) * bend;
  return `M${from[0].toFixed(1)},${from[1].toFixed(1)}Q${mx.toFixed(1)},${my.toFixed(1)} ${x.toFixed(1)},${y.toFixed(1)}`;
}
