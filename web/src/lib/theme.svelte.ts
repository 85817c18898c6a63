/** Light, dark, or as the system says; kept between visits. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'entente.theme';
export const theme = $state<{ value: Theme }>({ value: 'system' });

function show(value: Theme): void {
  if (value === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
}

export function startTheme(): void {
  const kept = localStorage.getItem(KEY);
  if (kept === 'light' || kept === 'dark') theme.value = kept;
  show(theme.value);
}

/** Turns to the other one of light and dark, seen from what is on the screen now. */
export function turnTheme(): void {
  const dark =
    theme.value === 'dark' ||
    (theme.value === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  theme.value = dark ? 'light' : 'dark';
  localStorage.setItem(KEY, theme.value);
  show(theme.value);
}
