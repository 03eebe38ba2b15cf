import { expect, it } from 'vitest';
import type { Shape } from '../core/types';
import { moveToRole } from '../model/lanes';
import { properties } from '../panel/properties';
import { catalogue, draw, inAnyOrder, shippedSource } from '../support/drawing';
import { insertAfter, removeStep } from './insert';
import { moveStep } from './moveStep';
import { templates } from './templates';

const drawn = (id: string, x: number, y: number, width: number, height: number): string =>
  `<bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;

/** The meeting with a note at a step, a paper that a step reads, and a group around two steps. */
const noted = shippedSource('meeting')
  .replace(/(<bpmn:process [^>]*>)/, `<bpmn:category id="category"><bpmn:categoryValue id="value" value="日程を決めるまで" /></bpmn:category>$1
    <bpmn:textAnnotation id="own-note"><bpmn:text>十日前までに&#10;声をかける。</bpmn:text></bpmn:textAnnotation>
    <bpmn:association id="own-tie" associationDirection="None" sourceRef="meeting-choose" targetRef="own-note" />
    <bpmn:dataObject id="own-object" /><bpmn:dataObjectReference id="own-paper" name="計画案" dataObjectRef="own-object" />
    <bpmn:group id="own-group" categoryValueRef="value" />`)
  .replace('</bpmndi:BPMNPlane>', `${drawn('own-note', 500, 20, 140, 50)}${drawn('own-paper', 700, 20, 36, 50)}${drawn('own-group', 300, 10, 500, 300)}
    <bpmndi:BPMNEdge id="own-tie-edge" bpmnElement="own-tie"><di:waypoint x="560" y="160" /><di:waypoint x="560" y="70" /></bpmndi:BPMNEdge></bpmndi:BPMNPlane>`);

const notes = (source: string): string[] => inAnyOrder(source).map((line) => line.trim())
  .filter((line) => /\|(textAnnotation|text|association|dataObject|dataObjectReference|group|category|categoryValue) /.test(line)).sort();

it('A11 notes, papers and groups are the same after ten edits', async () => {
  const { bench, xml } = await draw(noted);
  const at = (id: string): Shape => bench.get('elementRegistry').get(id)!;
  const piece = (id: string, step: string): Shape => templates.find((template) => template.id === id)!.insert(bench, at(step));
  const set = (step: string, id: string, text: string): void => properties.find((property) => property.id === id)!.write(bench, at(step), text, catalogue);
  const before = notes(await xml());
  expect(before).toHaveLength(8);

  const edits = [
    () => set('meeting-choose', 'name', '日を決める'),
    () => set('meeting-choose', 'due', '=add working days(today(), 9)'),
    () => insertAfter(bench, at('meeting-plan'), 'work'),
    () => piece('approval', 'meeting-choose'),
    () => piece('reminder', 'meeting-choose'),
    () => piece('each', 'meeting-choose'),
    () => piece('beside', 'meeting-plan'),
    () => moveToRole(bench, at('meeting-choose'), 'manager', '管理者'),
    () => moveStep(bench, at('invite'), 1),
    () => removeStep(bench, at('ask-availability')),
  ];

  for (const edit of edits) {
    const known = bench.get('commandStack')._stackIdx;
    edit();
    expect(bench.get('commandStack')._stackIdx, edit.toString()).toBeGreaterThan(known);
    expect(notes(await xml()), edit.toString()).toEqual(before);
  }
});
