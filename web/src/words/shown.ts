/** What may stand in a sentence. */
export type Shown = string | number | null | undefined;

/** As text; nothing where there is nothing. */
export const s = (value: Shown): string => (value === null || value === undefined ? '' : String(value));
