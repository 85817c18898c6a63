/** What was typed and not kept, in this browser, so that a reload or a lost line loses nothing. */
const KEY = 'entente.draft.';

export function draftOf(name: string): string | null {
  return localStorage.getItem(KEY + name);
}

export function createDraft(name: string, text: string): void {
  try {
    localStorage.setItem(KEY + name, text);
  } catch {
    // A full store of the browser must not stop anybody from typing.
  }
}

export function dropDraft(name: string): void {
  localStorage.removeItem(KEY + name);
}
