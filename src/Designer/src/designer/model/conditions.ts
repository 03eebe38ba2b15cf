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

const literal = '"(?:[^"\\\\]|\\\\.)*"|-?\\d+(?:\\.\\d+)?|true|false|null|date\\("\\d{4}-\\d{2}-\\d{2}"\\)';
const line = new RegExp(`^\\s*([A-Za-z_][\\w.]*)\\s*(!=|<=|>=|=|<|>)\\s*(${literal})\\s*`);

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

/** What a person typed, as a literal of a kind of field. */
export function literalOf(text: string, kind: string): string {
  switch (kind) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text.trim()) ? text.trim() : '0';
    case 'yesNo':
      return text === 'true' ? 'true' : 'false';
    case 'date':
      return `date("${text}")`;
    default:
      return JSON.stringify(text);
  }
}

export function textOfLiteral(value: string): string {
  const date = /^date\("(.*)"\)$/.exec(value);

  return date ? date[1]! : value.startsWith('"') ? (JSON.parse(value) as string) : value;
}
