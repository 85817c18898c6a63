/**
 * Where the reader is: `#/view/name?key=value`. The address holds the whole state of a view, so that
 * any picture can be cited and opened again.
 */
export interface Place {
  view: string;
  name: string;
  query: Record<string, string>;
}

export function placeOf(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [view = '', ...rest] = path.split('/').map((part) => safely(part));
  const query: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(search)) query[key] = value;
  return { view: view || 'atlas', name: rest.join('/'), query };
}

function safely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function hashOf(place: Partial<Place> & { view: string }): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(place.query ?? {})) if (value !== '') search.set(key, value);
  const name = place.name ? '/' + encodeURIComponent(place.name) : '';
  const text = search.toString();
  return `#/${place.view}${name}${text ? '?' + text : ''}`;
}

export const here = $state<{ place: Place }>({ place: placeOf(location.hash) });

addEventListener('hashchange', () => {
  here.place = placeOf(location.hash);
});

/** Goes to another place; a step that the back button takes back. */
export function go(place: Partial<Place> & { view: string }): void {
  location.hash = hashOf(place);
}

/** Changes some keys of the address, without a new step in the history where `quiet`. */
export function set(keys: Record<string, string>, quiet = true): void {
  const next = { ...here.place, query: { ...here.place.query, ...keys } };
  const hash = hashOf(next);
  if (hash === location.hash) return;
  if (quiet) {
    history.replaceState(null, '', hash);
    here.place = placeOf(hash);
  } else {
    location.hash = hash;
  }
}
