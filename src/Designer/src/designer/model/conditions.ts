import { namePattern } from './names';

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** One line of the builder. The value is a FEEL literal: "text", 12, true, date("2026-04-01"). */
export interface Comparison {
  name: string;
  operator: Operator;
  value: string;
}

export interface Condition {
  /** Whether all lines must hold, or one is enough. */
  joined: 'and' | 'or';
  lines: readonly Comparison[];
}

// The text as Lexer.ReadEscape in src/Workflows reads it; with any other mark behind a backslash it cannot be read there either.
const text = '"(?:[^"\\\\]|\\\\["\\\\\'nrt]|\\\\u[0-9A-Fa-f]{4}|\\\\U(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})*"';
const literal = `${text}|-?\\d+(?:\\.\\d+)?|true|false|null|date\\("\\d{4}-\\d{2}-\\d{2}"\\)`;
const line = new RegExp(`^\\s*(${namePattern}(?:\\.${namePattern})*)\\s*(!=|<=|>=|=|<|>)\\s*(${literal})\\s*`, 'u');

/** Reads what the builder can show; undefined where somebody wrote more than it can say. */
export function readCondition(text: string): Condition | undefined {
  let rest = text.trim().replace(/^=(?!=)\s*/, '');
  const lines: Comparison[] = [];
  let joined: 'and' | 'or' | undefined;

  while (true) {
    const found = line.exec(rest);

    if (!found) {
      return undefined;
    }

    lines.push({ name: found[1]!, operator: found[2] as Operator, value: found[3]! });
    rest = rest.slice(found[0].length);

    if (rest === '') {
      return { joined: joined ?? 'and', lines };
    }

    const word = /^(and|or)\b/.exec(rest)?.[1] as 'and' | 'or' | undefined;

    if (!word || (joined && joined !== word)) {
      return undefined;
    }

    joined = word;
    rest = rest.slice(word.length);
  }
}

export function conditionText({ joined, lines }: Condition): string {
  return lines.map(({ name, operator, value }) => `${name} ${operator} ${value}`).join(` ${joined} `);
}

/** What a person typed, as a literal of a kind of field; undefined where it is none. */
export function literalOf(typed: string, kind: string): string | undefined {
  switch (kind) {
    case 'number': {
      const number = typed.normalize('NFKC').trim().replace(/^[−–—ー]/, '-');

      return /^-?\d+(\.\d+)?$/.test(number) ? number : undefined;
    }
    case 'yesNo':
      return typed === 'true' ? 'true' : 'false';
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? `date("${typed}")` : undefined;
    default:
      return JSON.stringify(typed.replace(/[\b\f]/g, ' '));
  }
}

export function textOfLiteral(value: string): string {
  const date = /^date\("(.*)"\)$/.exec(value);

  return date ? date[1]! : value.startsWith('"') ? unescaped(value.slice(1, -1)) : value;
}

const marks: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const unescaped = (content: string): string => content.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|(.))/g, (_, short?: string, long?: string, mark?: string) =>
  (mark === undefined ? String.fromCodePoint(Number.parseInt((short ?? long)!, 16)) : marks[mark] ?? mark));
