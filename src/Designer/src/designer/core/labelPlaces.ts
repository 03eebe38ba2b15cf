import type { Moddle, Shape } from './types';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the labels of a document just opened stand: as measured here, and as written there; of an element without one, what is written of it. */
export type LabelPlaces = ReadonlyMap<string, { readonly measured?: Box; readonly written: Moddle; readonly bounds: Box | undefined }>;

export function labelPlaces(all: readonly Shape[]): LabelPlaces {
  return new Map(all.flatMap((element) => {
    const written = labelOf(element);
    const bounds = written?.get<Box | undefined>('bounds');

    return written ? [[element.id, { ...(element.labelTarget ? { measured: boxOf(element) } : {}), written, bounds: bounds && boxOf(bounds) }] as const] : [];
  }));
}

/** bpmn-js writes every label that was touched as it measured it, and leaves the place of one that was undone; what stands as it stood is written as it was. */
export function restoreLabels(all: readonly Shape[], places: LabelPlaces): void {
  for (const element of all) {
    const place = places.get(element.id);
    const written = labelOf(element);

    if (written && element.labelTarget) {
      place?.measured && place.bounds && isSame(place.measured, boxOf(element)) && Object.assign(written.get<Moddle>('bounds'), place.bounds);
    } else if (written?.get('bounds') && !isLabelled(element) && !place) {
      element.di!.set('label', undefined);
    }
  }
}

const isLabelled = (element: Shape): boolean => (element as { label?: Shape }).label !== undefined;
const labelOf = (element: Shape): Moddle | undefined => element.di?.get<Moddle | undefined>('label');
const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });
const isSame = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
