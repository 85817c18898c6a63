/**
 * What people usually change of a scenario, read from and written into its text. Only whole entries
 * of `[scenario]` and `[agreements]` are touched; all else stays as it was typed.
 */
export interface Form {
  name: string;
  base: string;
  date: string;
  /** Contingencies with commas between, sets with semicolons. */
  sets: string;
  /** Agreements that are removed, with commas between. */
  remove: string;
}

interface Section {
  /** Where the body begins and ends; -1 where there is no such section. */
  from: number;
  to: number;
  body: string;
}

const HEADER = /^[ \t]*\[\[?[A-Za-z_][\w.]*\]\]?[ \t]*(?:#.*)?$/m;

function sectionOf(text: string, name: string): Section {
  const head = new RegExp(`^[ \\t]*\\[${name}\\][ \\t]*(?:#.*)?$`, 'm').exec(text);
  if (!head) return { from: -1, to: -1, body: '' };
  const from = head.index + head[0].length;
  const next = HEADER.exec(text.slice(from + 1));
  const to = next ? from + 1 + next.index : text.length;
  return { from, to, body: text.slice(from, to) };
}

const LISTS = /\[([^[\]]*)\]/g;
const TEXTS = /"([^"]*)"/g;
const textsOf = (list: string) => [...list.matchAll(TEXTS)].map((one) => one[1] ?? '').join(', ');

/** The pattern of an entry: a list of lists, a list, or the rest of a line. */
function entry(key: keyof Form): RegExp {
  if (key === 'sets') return /^[ \t]*sets\s*=\s*(\[[\s\S]*?\]\s*,?\s*\])[ \t]*\n?/m;
  if (key === 'remove') return /^[ \t]*remove\s*=\s*(\[[^\]]*\])[ \t]*\n?/m;
  return new RegExp(`^[ \\t]*${key}\\s*=\\s*([^\\n#]*).*\\n?`, 'm');
}

export function formOf(text: string): Form {
  const scenario = sectionOf(text, 'scenario').body;
  const value = (key: 'name' | 'base' | 'date') => (entry(key).exec(scenario)?.[1] ?? '').trim().replace(/^"(.*)"$/, '$1');
  const sets = entry('sets').exec(scenario)?.[1] ?? '';
  return {
    name: value('name'),
    base: value('base'),
    date: value('date'),
    sets: [...sets.slice(1, -1).matchAll(LISTS)].map((set) => textsOf(set[1] ?? '')).join('; '),
    remove: textsOf(entry('remove').exec(sectionOf(text, 'agreements').body)?.[1] ?? ''),
  };
}

/** The text with one entry written anew; an empty value takes the entry away. */
export function writeForm(text: string, key: keyof Form, value: string): string {
  const name = key === 'remove' ? 'agreements' : 'scenario';
  const line = lineOf(key, value);
  const section = sectionOf(text, name);
  if (section.from < 0) {
    if (line === '') return text;
    return name === 'scenario' ? `[scenario]\n${line}\n\n${text}` : `${text.replace(/\s*$/, '\n')}\n[${name}]\n${line}\n`;
  }
  const pattern = entry(key);
  let body = section.body;
  if (pattern.test(body)) body = body.replace(pattern, () => (line === '' ? '' : `${line}\n`));
  else if (line !== '') body = `${body.replace(/\s*$/, '')}\n${line}\n${section.to < text.length ? '\n' : ''}`;
  return text.slice(0, section.from) + body + text.slice(section.to);
}

const list = (words: string) =>
  `[${words.split(',').map((word) => word.trim()).filter(Boolean).map((word) => JSON.stringify(word)).join(', ')}]`;

function lineOf(key: keyof Form, value: string): string {
  if (value.trim() === '') return '';
  if (key === 'sets') return `sets = [${value.split(';').map(list).filter((set) => set !== '[]').join(', ')}]`;
  if (key === 'remove') return `remove = ${list(value)}`;
  return `${key} = ${key === 'date' ? value : JSON.stringify(value)}`;
}
