import { describe, expect, it } from 'vitest';
import type { Shape } from './types';
import { properties } from '../panel/properties';
import { canonical, catalogue, draw, type Drawing, shippedSource } from '../support/drawing';

const unnamed = shippedSource('consent').replace(/(<bpmn:(?:userTask|exclusiveGateway|startEvent|sequenceFlow) id="[^"]+") name="[^"]+"/g, '$1');
const ways: Readonly<Record<string, (drawing: Drawing, element: Shape, name: string) => void>> = {
  'the panel': ({ bench }, element, name) => properties.find((one) => one.id === 'name')!.write(bench, element, name, catalogue),
  'the canvas': ({ bench }, element, name) => bench.get('modeling').updateLabel(element, name),
};

describe.each(Object.keys(ways))('a name written by %s', (way) => {
  it.each(['consent-explain', 'method', 'start', 'method--request-consent'])('%s has none again when it is undone', async (id) => {
    const drawing = await draw(unnamed);
    const stack = drawing.bench.get('commandStack');
    const before = await drawing.xml();

    ways[way]!(drawing, drawing.bench.get('elementRegistry').get(id)!, '別の名前');
    const named = await drawing.xml();
    stack.undo();

    expect(await drawing.xml()).toBe(before);
    stack.redo();
    expect(canonical(await drawing.xml())).toEqual(canonical(named));
  });

  it.each(['consent-explain', 'method', 'start', 'method--request-consent'])('%s has none when the name is taken away, and has it again when that is undone', async (id) => {
    const drawing = await draw(unnamed);
    const element = drawing.bench.get('elementRegistry').get(id)!;
    ways[way]!(drawing, element, '名前');
    const named = canonical(await drawing.xml());

    ways[way]!(drawing, element, '');

    expect(element.businessObject.get('name')).toBeUndefined();
    expect(await drawing.xml()).not.toContain('name=""');
    drawing.bench.get('commandStack').undo();
    expect(canonical(await drawing.xml())).toEqual(named);
  });
});
