import { h } from '../core/dom';
import type { Shape } from '../core/types';
import { holdsLocked } from '../edit/locking';
import { giveToRole, insertAtEach, removeSteps, templatesFor, withRole } from '../edit/several';
import { apart } from '../model/kinds';
import { design } from '../../words/design';
import { templateWords } from '../../words/templates';
import { button, choosing, moving } from './acts';
import type { PanelContext } from './Panel';

/** What can be done with several chosen elements at once, each act one step to undo. */
export function several(chosen: readonly Shape[], context: PanelContext): (Node | undefined)[] {
  const elements = [...new Set(chosen.map((element) => element.labelTarget ?? element))];
  const title = apart(elements);
  const isLocked = elements.some((element) => holdsLocked(element, context.locked, context.bench));

  return [
    h('h2', { class: 'panel-title', id: 'panel-title', tabindex: -1 }, design.severalChosen(elements.length)),
    isLocked ? h('p', { class: 'panel-locked' }, design.lockedAmong) : undefined,
    h('ul', { class: 'panel-chosen' }, ...elements.map((element) => h('li', {}, title(element)))),
    h('p', { class: 'panel-act' }, button('several-copy', design.copySeveral, () => {
      context.bench.get('copyPaste').copy([...elements]);
      context.say(design.copied(elements.length));
    })),
    isLocked ? undefined : roles(elements, context),
    moving(elements, context),
    ...pieces(elements, context),
    isLocked ? undefined : h('p', { class: 'panel-delete' }, button('several-delete', design.deleteSeveral, () => {
      removeSteps(context.bench, elements);
      context.say(design.deletedSeveral(elements.length));
    }, 'button-danger')),
  ];
}

function roles(elements: readonly Shape[], context: PanelContext): Node | undefined {
  const steps = withRole(elements);
  const options = steps.length === 0 ? [] : context.catalogue.roles.map(({ key, label }) => ({ value: key, label }));

  return choosing('several-role', design.roleOf, options, design.roleDo, ({ value, label }) => {
    giveToRole(context.bench, elements, value, label);
    context.say(design.roleGiven(steps.length, label));
  });
}

function pieces(elements: readonly Shape[], context: PanelContext): Node[] {
  const fitting = templatesFor(elements);

  return fitting.length === 0 ? [] : [
    h('h3', {}, design.eachOf),
    ...fitting.map((template) => h('p', { class: 'panel-piece' },
      button(`several-${template.id}`, templateWords[template.id].name, () => {
        insertAtEach(context.bench, elements, template);
        context.say(design.added(templateWords[template.id].name));
      }),
      h('span', { class: 'panel-help' }, templateWords[template.id].help))),
  ];
}
