import { bpmnJsWords } from '../../words/bpmnJs';

/** The words of bpmn-js itself. What it says to programmers stays as it is. */
export function japanese(template: string, replacements: Readonly<Record<string, string>> = {}): string {
  return (bpmnJsWords[template] ?? template).replace(/{([^}]+)}/g, (_, key: string) => replacements[key] ?? `{${key}}`);
}
