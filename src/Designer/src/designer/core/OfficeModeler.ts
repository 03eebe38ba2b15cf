import Modeler from 'bpmn-js/lib/Modeler';
import AlignElementsModule from 'bpmn-js/lib/features/align-elements';
import BpmnContextPadModule from 'bpmn-js/lib/features/context-pad';
import BpmnKeyboardModule from 'bpmn-js/lib/features/keyboard';
import BpmnPaletteModule from 'bpmn-js/lib/features/palette';
import BpmnSearchModule from 'bpmn-js/lib/features/search';
import DistributeElementsModule from 'bpmn-js/lib/features/distribute-elements';
import SpaceToolModule from 'bpmn-js/lib/features/space-tool';
import ContextPadModule from 'diagram-js/lib/features/context-pad';
import KeyboardModule from 'diagram-js/lib/features/keyboard';
import SelectionModule from 'diagram-js/lib/features/selection';
import MinimapModule from 'diagram-js-minimap';
import { copier } from './copying';
import { japanese } from './japanese';
import { nextIds } from './nextIds';
import { type Order, orderOf, restoreOrder } from './order';
import type { Moddle } from './types';

/** What shows English words of its own, or offers what the engine does not run, is left out: our own palette, menus and search stand in. */
const leftOut: readonly unknown[] = [
  AlignElementsModule, BpmnContextPadModule, BpmnKeyboardModule, BpmnPaletteModule, BpmnSearchModule, DistributeElementsModule,
];

const prototype = Modeler.prototype as unknown as { _modules: unknown[] };

class OfficeModeler extends Modeler {
  private order: Order = new Map();

  override async importXML(...given: Parameters<Modeler['importXML']>): ReturnType<Modeler['importXML']> {
    const result = await super.importXML(...given);
    this.order = orderOf(this.getDefinitions() as unknown as Moddle);

    return result;
  }

  override async saveXML(...given: Parameters<Modeler['saveXML']>): ReturnType<Modeler['saveXML']> {
    restoreOrder(this.getDefinitions() as unknown as Moddle, this.order);

    return super.saveXML(...given);
  }
}

(OfficeModeler.prototype as unknown as { _modules: unknown[] })._modules = [
  ...prototype._modules.filter((module) => !leftOut.includes(module)),
  ContextPadModule, KeyboardModule, SelectionModule, SpaceToolModule, MinimapModule,
  // What was not touched stays where it stood in the file.
  { bpmnDiOrdering: ['value', {}] },
  { translate: ['value', japanese] },
  { __init__: ['extensionCopier'], extensionCopier: ['type', copier] },
  { __init__: ['officeIds'], officeIds: ['type', nextIds] },
];

export interface DesignModeler {
  importXML(xml: string): Promise<{ warnings: readonly string[] }>;
  saveXML(options: { format: boolean }): Promise<{ xml?: string }>;
  get(name: string): unknown;
  destroy(): void;
}

export function makeModeler(container: HTMLElement): DesignModeler {
  return new OfficeModeler({
    container,
    // Names are measured before they are drawn: both need the same, resolved font.
    textRenderer: { defaultStyle: { fontFamily: getComputedStyle(container).fontFamily || 'sans-serif' } },
  }) as unknown as DesignModeler;
}
