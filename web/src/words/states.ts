/** Names that are too long for a map. */
const SHORT: Record<string, string> = {
  'Republic of China on Taiwan': 'Taiwan',
  'Federal Republic of Germany': 'Germany',
};

/** The title of a state without what stands in brackets. */
export function short(title: string): string {
  const name = title.replace(/ \(.*\)$/, '');
  return SHORT[name] ?? name;
}
