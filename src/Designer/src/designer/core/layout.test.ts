import { describe, expect, it } from 'vitest';
import { draw, shipped, shippedSource } from '../support/drawing';
import { is } from './Bench';
import { withLayout } from './layout';

const bare = (key: string): string => shippedSource(key).replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '').replace(/<bpmn:collaboration[\s\S]*<\/bpmn:collaboration>/, '');

describe('a document without places', () => {
  it.each(shipped)('%s is drawn whole, nothing over another', async (key) => {
    const { bench } = await draw(withLayout(bare(key)));
    const steps = bench.get('elementRegistry').filter((one) => is(one, 'bpmn:FlowNode') && one.type !== 'label');
    const ids = [...bare(key).matchAll(/<bpmn:\w+(?:Task|Event|Gateway|subProcess|callActivity)\b[^>]* id="([^"]+)"|<bpmn:(?:subProcess|callActivity|task) id="([^"]+)"/g)].map((found) => found[1] ?? found[2]);

    expect(ids.filter((id) => id && !bench.get('elementRegistry').get(id))).toEqual([]);
    expect(steps.flatMap((one, index) => steps.slice(index + 1)
      .filter((other) => one.parent === other.parent && one.host !== other && other.host !== one && !(one.host && one.host === other.host)
        && one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height)
      .map((other) => `${one.id} × ${other.id}`))).toEqual([]);
  });

  it('is left alone where it has places', () => {
    expect(withLayout(shippedSource('consent'))).toBe(shippedSource('consent'));
  });
});
