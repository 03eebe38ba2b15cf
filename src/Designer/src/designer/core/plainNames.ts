import { isLabelExternal } from 'bpmn-js/lib/util/LabelUtil';
import type { EventBus, Moddle, Shape } from './types';

interface Naming {
  context: { element: Shape; written?: unknown; label?: Moddle | undefined };
}

const afterBpmnJs = 500;

/** What has no name has none: bpmn-js leaves an empty one behind, and an empty place for it, where a name is taken away or a naming is undone. */
plainNames.$inject = ['eventBus'];
export function plainNames(eventBus: EventBus): void {
  const on = (moment: string, act: (business: Moddle, name: string, context: Naming['context']) => void): void => eventBus.on(`commandStack.element.updateLabel.${moment}`, afterBpmnJs, (({ context }: Naming) => {
    const business = (context.element.labelTarget ?? context.element).businessObject;

    if (!business.$instanceOf('bpmn:Group')) {
      act(business, business.$instanceOf('bpmn:TextAnnotation') ? 'text' : 'name', context);
    }
  }) as (event: never) => void);

  on('execute', (business, name, context) => {
    context.written = business.get(name);
    context.label = context.element.di?.get('label');
  });
  on('executed', (business, name) => {
    if (!business.get(name)) {
      business.set(name, undefined);
    }
  });
  on('reverted', (business, name, context) => {
    business.set(name, context.written);

    // A label beside its element has a shape of its own, which comes and goes by itself.
    if (!context.element.labelTarget && !isLabelExternal(context.element as never)) {
      context.element.di?.set('label', context.label);
    }
  });
}
