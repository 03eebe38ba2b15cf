import type { EventBus, Moddle } from './types';

interface Moddles {
  createAny(name: string, uri: string, properties: Record<string, unknown>): Moddle;
}

/** Copies what we and others put into extensionElements; bpmn-js alone leaves behind every extension that it has no type for. */
export function keepExtensionsWhenCopying(eventBus: EventBus, moddle: Moddles): void {
  eventBus.on('moddleCopy.canCopyProperty', ({ property }: { property: unknown }) => (isGeneric(property) ? cloneGeneric(property, moddle) : undefined));
}

export function isGeneric(value: unknown): value is Moddle {
  return typeof value === 'object' && value !== null && (value as { $descriptor?: { isGeneric?: boolean } }).$descriptor?.isGeneric === true;
}

export function cloneGeneric(source: Moddle, moddle: Moddles): Moddle {
  const properties: Record<string, unknown> = {};

  for (const [key, value] of Object.entries(source)) {
    if (key !== '$type') {
      properties[key] = key === '$children' ? (value as Moddle[]).map((child) => cloneGeneric(child, moddle)) : value;
    }
  }

  return moddle.createAny(source.$type, (source.$descriptor as { ns: { uri: string } }).ns.uri, properties);
}

copier.$inject = ['eventBus', 'moddle'];
export function copier(eventBus: EventBus, moddle: Moddles): void {
  keepExtensionsWhenCopying(eventBus, moddle);
}
