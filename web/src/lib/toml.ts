/** Words of TOML by kind, line by line: enough to colour a text, not to read it. The engine reads it. */
export type Kind = 'comment' | 'header' | 'key' | 'text' | 'number' | 'word' | 'sign' | 'space';
export type Token = readonly [Kind, string];

/** The quotes of a text that goes on over the end of a line; empty where none does. */
export type Open = '' | '"""' | "'''";

const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?/;
const NUMBER = /^[+-]?(?:0x[\da-fA-F_]+|0o[0-7_]+|0b[01_]+|(?:\d[\d_]*)(?:\.[\d_]+)?(?:[eE][+-]?\d+)?|inf|nan)\b/;
const BARE = /^[A-Za-z0-9_-]+/;
const HEADER = /^\s*\[\[?[^[\]"',=]*\]\]?\s*(?:#.*)?$/;

/** A quoted text from its beginning, as far as this line goes. */
function quoted(rest: string): { text: string; open: Open } {
  const long = /^("""|''')/.exec(rest)?.[1] as Open | undefined;
  if (long) {
    const end = rest.indexOf(long, 3);
    return end < 0 ? { text: rest, open: long } : { text: rest.slice(0, end + 3), open: '' };
  }
  const found = (rest[0] === '"' ? /^"(?:[^"\\]|\\.)*"?/ : /^'[^']*'?/).exec(rest);
  return { text: found?.[0] ?? rest, open: '' };
}

/** The tokens of one line; together they are that line, character by character. */
export function tokensOf(line: string, open: Open = ''): { tokens: Token[]; open: Open } {
  const tokens: Token[] = [];
  let rest = line;
  const take = (kind: Kind, text: string) => {
    if (text === '') return;
    tokens.push([kind, text]);
    rest = rest.slice(text.length);
  };
  if (open !== '') {
    const end = rest.indexOf(open);
    if (end < 0) return { tokens: rest === '' ? [] : [['text', rest]], open };
    take('text', rest.slice(0, end + 3));
  } else if (HEADER.test(line)) {
    const comment = line.indexOf('#');
    take('header', comment < 0 ? line : line.slice(0, comment));
    take('comment', rest);
    return { tokens, open: '' };
  }
  while (rest !== '') {
    const space = /^\s+/.exec(rest)?.[0];
    if (space) take('space', space);
    else if (rest[0] === '#') take('comment', rest);
    else if (rest[0] === '"' || rest[0] === "'") {
      const found = quoted(rest);
      const isKey = /^\s*=/.test(rest.slice(found.text.length));
      take(isKey ? 'key' : 'text', found.text);
      if (found.open !== '') return { tokens, open: found.open };
    } else {
      const bare = BARE.exec(rest)?.[0] ?? '';
      const value = DATE.exec(rest)?.[0] ?? NUMBER.exec(rest)?.[0] ?? '';
      if (bare !== '' && /^(?:\s*\.\s*[A-Za-z0-9_"'-]+)*\s*=/.test(rest.slice(bare.length))) take('key', bare);
      else if (value !== '') take('number', value);
      else if (bare !== '') take(/^(true|false)$/.test(bare) ? 'number' : 'word', bare);
      else take('sign', rest[0] ?? '');
    }
  }
  return { tokens, open: '' };
}

/** What is open at the beginning of every line. */
export function opensOf(lines: readonly string[]): Open[] {
  let open: Open = '';
  return lines.map((line) => {
    const before = open;
    // Only quotes can change what is open, and most lines hold none.
    if (open !== '' || line.includes('"""') || line.includes("'''")) open = tokensOf(line, open).open;
    return before;
  });
}
