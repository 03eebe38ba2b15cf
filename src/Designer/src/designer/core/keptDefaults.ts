import type { EventBus, Moddle, Shape } from './types';

interface Reconnecting {
  context: { connection: Shape; newSource?: Shape; defaults?: readonly (readonly [Moddle, Moddle | undefined])[] };
}

/** The way for the other cases of both steps that a way leaves, before and after, is as it was when that is undone, and done again as it was done: bpmn-js forgets the one of the new step. */
keptDefaults.$inject = ['eventBus'];
export function keptDefaults(eventBus: EventBus): void {
  eventBus.on('commandStack.connection.reconnect.execute', 3000, (({ context }: Reconnecting) => {
    const steps = [context.newSource, context.connection.source].filter((one) => one !== undefined).map((one) => one.businessObject);

    if (context.defaults) {
      restore(context.defaults);
    } else {
      context.defaults = steps.map((step) => [step, step.get<Moddle | undefined>('default')] as const);
    }
  }) as (event: never) => void);
  eventBus.on('commandStack.connection.reconnect.reverted', 500, (({ context }: Reconnecting) => restore(context.defaults ?? [])) as (event: never) => void);
}

function restore(defaults: readonly (readonly [Moddle, Moddle | undefined])[]): void {
  defaults.filter(([step]) => step.$instanceOf('bpmn:Activity') || step.$instanceOf('bpmn:Gateway')).forEach(([step, way]) => step.set('default', way));
}
