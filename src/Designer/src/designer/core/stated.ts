import { contained, isModdle, propertiesOf } from './contained';
import type { Moddle } from './types';

/** What a document says, element by element, that the writer of bpmn-js would leave out or add to. */
export interface Stated {
  /** Properties that are said to be as they are anyway, such as `isInterrupting="true"`. */
  readonly usual: ReadonlyMap<Moddle, readonly string[]>;
  /** Gateways in the drawing of which nothing says whether they show their sign. */
  readonly unmarked: readonly Moddle[];
  readonly diagrams: readonly Moddle[];
}

const mark = 'isMarkerVisible';

/** Remembers it of a document that was just parsed, before bpmn-js takes it over. */
export function statedIn(definitions: Moddle): Stated {
  const all = contained(definitions);

  return {
    usual: new Map(all.map((element) => [element, propertiesOf(element).filter((property) => stands(element, property.name, property.default)).map(({ name }) => name)] as const)
      .filter(([, names]) => names.length > 0)),
    unmarked: all.filter((element) => element.$type === 'bpmndi:BPMNShape' && !Object.hasOwn(element, mark)),
    diagrams: diagramsOf(definitions),
  };
}

/** Writes the document as it said things itself, where they still are so. */
export async function withStated<T extends { xml?: string }>(definitions: Moddle, stated: Stated, write: () => Promise<T>): Promise<T> {
  const changes = [...usualOnes(stated), ...unmarkedOnes(stated), ...brokenLines(definitions)];
  const diagrams = diagramsOf(definitions);

  try {
    changes.forEach(({ element, name, written }) => (element[name] = written));
    definitions['diagrams'] = diagrams.filter((diagram) => stated.diagrams.includes(diagram) || !isEmpty(diagram));
    const result = await write();

    return result.xml === undefined ? result : { ...result, xml: result.xml.replaceAll(carriageReturn, '&#13;') };
  } finally {
    definitions['diagrams'] = diagrams;
    changes.forEach(({ element, name, value }) => (element[name] = value));
  }
}

interface Change {
  element: Moddle;
  name: string;
  value: unknown;
  written: unknown;
}

/** The writer leaves out what equals the default; in another shape it does not know it. */
const usualOnes = ({ usual }: Stated): Change[] => [...usual].flatMap(([element, names]) => propertiesOf(element)
  .filter((property) => names.includes(property.name) && stands(element, property.name, property.default))
  .map(({ name }) => ({ element, name, value: element[name] as unknown, written: new Said(element[name]) })));

/** bpmn-js says of each gateway that it shows its sign; a null is not written. */
const unmarkedOnes = ({ unmarked }: Stated): Change[] => unmarked
  .filter((element) => element[mark] === true)
  .map((element) => ({ element, name: mark, value: true, written: null }));

/** The writer knows the line feed but not the carriage return before it, which a reader then takes for a blank. */
const brokenLines = (definitions: Moddle): Change[] => contained(definitions).flatMap((element) => propertiesOf(element)
  .filter(({ name, isVirtual }) => !isVirtual && Object.hasOwn(element, name) && typeof element[name] === 'string' && (element[name] as string).includes('\r'))
  .map(({ name }) => ({ element, name, value: element[name] as unknown, written: (element[name] as string).replaceAll('\r', carriageReturn) })));

/** A character that no text has: it is for use inside a program. */
const carriageReturn = '\uFDD0';

const stands = (element: Moddle, name: string, usual: unknown): boolean => usual !== undefined && Object.hasOwn(element, name) && element[name] === usual;

const diagramsOf = (definitions: Moddle): Moddle[] => (definitions.get<unknown[] | undefined>('diagrams') ?? []).filter(isModdle);

/** What bpmn-js draws a collapsed part on, when nothing is drawn in it. */
const isEmpty = (diagram: Moddle): boolean => (diagram.get<Moddle | undefined>('plane')?.get<unknown[] | undefined>('planeElement') ?? []).length === 0;

class Said {
  constructor(private readonly value: unknown) {}

  toString(): string {
    return String(this.value);
  }
}
