import type { Moddle, Services, Shape } from './types';

/** What an edit works with: the services of bpmn-js, and one undoable step around several changes. */
export interface Bench {
  /** The process of the document that is this procedure; the server goes by it. */
  readonly key: string;

  get<K extends keyof Services>(name: K): Services[K];

  /** Everything that is changed inside is undone and done again as one. */
  compose<T>(edit: () => T): T;
}

export const officeUri = 'urn:officeworkflow:bpmn:1';
export const elsaUri = 'https://elsaworkflows.io/schemas/bpmn/v1';

const command = 'office.compose';

/** A command without a change of its own: what it runs becomes part of one step. */
class Compose {
  preExecute(context: { edit: () => void }): void {
    context.edit();
  }
}

export function makeBench(modeler: { get(name: string): unknown }, key = ''): Bench {
  const get: Bench['get'] = (name) => modeler.get(name) as never;
  get('commandStack').registerHandler(command, Compose);

  return {
    key,
    get,
    compose: (edit) => {
      let result: ReturnType<typeof edit>;
      get('commandStack').execute(command, { edit: () => (result = edit()) });

      return result!;
    },
  };
}

export const is = (element: Shape | Moddle, ...types: readonly string[]): boolean => {
  const business = 'businessObject' in element && element.businessObject ? (element.businessObject as Moddle) : (element as Moddle);

  return types.some((type) => business.$instanceOf?.(type) ?? false);
};

export const own = (element: Shape): Moddle => element.businessObject;

/** The document: its root element. */
export function definitionsOf(bench: Bench): Moddle {
  let moddle: Moddle = own(bench.get('canvas').getRootElement());

  while (moddle.$parent && moddle.$type !== 'bpmn:Definitions') {
    moddle = moddle.$parent;
  }

  return moddle;
}

/** The process of this procedure, whether a pool is drawn around it or not; in a file that was never given its key, the one that runs. */
export function processOf(bench: Bench): Moddle {
  const all = definitionsOf(bench).get<Moddle[]>('rootElements').filter((root) => root.$type === 'bpmn:Process');

  return all.find((process) => process.get('id') === bench.key) ?? all.find((process) => process.get('isExecutable')) ?? all[0]!;
}

/** The pool that is drawn around this procedure. */
export function poolOf(bench: Bench): Shape | undefined {
  const process = processOf(bench);

  return bench.get('elementRegistry').filter((element) => is(element, 'bpmn:Participant') && own(element).get('processRef') === process)[0];
}
