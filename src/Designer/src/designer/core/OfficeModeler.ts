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
import { keptDefaults } from './keptDefaults';
import { type LabelPlaces, labelPlaces, restoreLabels } from './labelPlaces';
import { mapButton } from './mapButton';
import { nextIds } from './nextIds';
import { type Order, orderOf, restoreOrder } from './order';
import { plainNames } from './plainNames';
import { type Stated, statedIn, withStated } from './stated';
import { staying } from './staying';
import type { Moddle, Services, Shape } from './types';
import { namesWays, withoutUnsaid } from './unsaid';

/** What shows English words of its own, or offers what the engine does not run, is left out: our own palette, menus and search stand in. */
const leftOut: readonly unknown[] = [
  AlignElementsModule, BpmnContextPadModule, BpmnKeyboardModule, BpmnPaletteModule, BpmnSearchModule, DistributeElementsModule,
];

const prototype = Modeler.prototype as unknown as { _modules: unknown[] };

class OfficeModeler extends Modeler {
  private order: Order = new Map();
  private hasWays = true;
  private labels: LabelPlaces = new Map();
  private stated: Stated | undefined;

  override async importXML(...given: Parameters<Modeler['importXML']>): ReturnType<Modeler['importXML']> {
    this.get<Services['eventBus']>('eventBus').once('import.parse.complete', ((parsed: { definitions?: Moddle }) => {
      this.stated = parsed.definitions && statedIn(parsed.definitions);
    }) as (event: never) => void);
    const result = await super.importXML(...given);
    const definitions = this.getDefinitions() as unknown as Moddle;
    this.order = orderOf(definitions);
    this.hasWays = namesWays(definitions);
    this.labels = labelPlaces(this.drawn());

    return result;
  }

  override async saveXML(...given: Parameters<Modeler['saveXML']>): ReturnType<Modeler['saveXML']> {
    const definitions = this.getDefinitions() as unknown as Moddle;
    restoreOrder(definitions, this.order);
    restoreLabels(this.drawn(), this.labels);

    const write = (): ReturnType<Modeler['saveXML']> => withoutUnsaid(definitions, this.hasWays, () => super.saveXML(...given));

    return this.stated ? withStated(definitions, this.stated, write) : write();
  }

  private drawn(): Shape[] {
    return this.get<Services['elementRegistry']>('elementRegistry').getAll();
  }
}

(OfficeModeler.prototype as unknown as { _modules: unknown[] })._modules = [
  ...prototype._modules.filter((module) => !leftOut.includes(module)),
  ContextPadModule, KeyboardModule, SelectionModule, SpaceToolModule, MinimapModule,
  // What was not touched stays where it stood in the file.
  { bpmnDiOrdering: ['value', {}] },
  { translate: ['value', japanese] },
  { __init__: ['extensionCopier'], extensionCopier: ['type', copier] },
  { __init__: ['mapButton'], mapButton: ['type', mapButton] },
  { __init__: ['officeIds'], officeIds: ['type', nextIds] },
  { __init__: ['officeStaying'], officeStaying: ['type', staying] },
  { __init__: ['keptDefaults'], keptDefaults: ['type', keptDefaults] },
  { __init__: ['plainNames'], plainNames: ['type', plainNames] },
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
