import type { EventBus, Shape } from './types';

interface Move {
  hints?: { staysBeside?: boolean };
  targetFlow?: Shape;
}

/** What is moved by a command that says so joins no way merely because it comes to lie on one: that command joins it itself. */
staying.$inject = ['eventBus'];
export function staying(eventBus: EventBus): void {
  eventBus.on('commandStack.elements.move.preExecute', 100, (({ context }: { context: Move }) => {
    if (context.hints?.staysBeside) {
      delete context.targetFlow;
    }
  }) as (event: never) => unknown);
}
