/** What differs between two texts: the first line that does, how many lines go, what comes. */
export interface Splice {
  at: number;
  gone: number;
  lines: string[];
}

export function spliced(beforeText: string, afterText: string): Splice {
  const [before, after] = [beforeText.split('\n'), afterText.split('\n')];
  let at = 0;
  let end = 0;

  while (at < before.length && before[at] === after[at]) {
    at++;
  }

  while (end < before.length - at && end < after.length - at && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end++;
  }

  return { at, gone: before.length - at - end, lines: after.slice(at, after.length - end) };
}
