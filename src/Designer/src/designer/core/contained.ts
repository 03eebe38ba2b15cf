import type { Moddle } from './types';

/** What a kind of element says of itself; the default is what it is where a document says nothing. */
export interface Property {
  name: string;
  isMany?: boolean;
  isReference?: boolean;
  isVirtual?: boolean;
  default?: unknown;
}

export const isModdle = (value: unknown): value is Moddle => typeof value === 'object' && value !== null && '$type' in value;

/** Of what others wrote nothing is known. */
export const propertiesOf = (element: Moddle): readonly Property[] => (element.$descriptor.isGeneric ? [] : (element.$descriptor as { properties?: readonly Property[] }).properties ?? []);

/** An element and all that stands in it, not what it only refers to. */
export function contained(element: Moddle): Moddle[] {
  const inside = propertiesOf(element).filter(({ isReference }) => !isReference).flatMap(({ name }) => {
    const value: unknown = element.get(name);

    return (Array.isArray(value) ? value as unknown[] : [value]).filter(isModdle);
  });

  return [element, ...inside.flatMap(contained)];
}
