const most = 12;

/** Words of the one text that the other has not, and the other way round: names, notes and settings, enough to tell two drafts apart. */
export function differingNames(one: string, other: string): readonly [readonly string[], readonly string[]] {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];

  return [without(mine, theirs), without(theirs, mine)];
}

const without = (words: ReadonlySet<string>, others: ReadonlySet<string>): string[] => [...words].filter((word) => !others.has(word)).slice(0, most);

function wordsOf(source: string): ReadonlySet<string> {
  const words = new Set<string>();

  for (const element of new DOMParser().parseFromString(source, 'application/xml').querySelectorAll('*')) {
    const title = element.getAttribute('name') ?? '';
    const text = element.children.length === 0 ? element.textContent!.trim() : '';
    const isName = element.namespaceURI?.includes('/BPMN/') === true && title !== '';

    if (isName) {
      words.add(title);
    }

    if (text !== '' && element.localName !== 'incoming' && element.localName !== 'outgoing' && element.localName !== 'flowNodeRef') {
      words.add(`${element.closest('[name]')?.getAttribute('name') ?? ''}: ${said(text)}`);
    }
  }

  return words;
}

/** The value of an input, without the dialect around it. */
function said(text: string): string {
  try {
    return String((JSON.parse(text) as { expression: { value: unknown } }).expression.value);
  } catch {
    return text;
  }
}
