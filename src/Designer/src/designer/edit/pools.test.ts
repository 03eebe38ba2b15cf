import { beforeEach, describe, expect, it } from 'vitest';
import type { Shape } from '../core/types';
import { kindOf } from '../model/kinds';
import { addLane, laneOf, lanesOf, moveToRole, roleOfLane } from '../model/lanes';
import { ownTexts, writeOwnText } from '../model/ownTexts';
import { properties, type PropertyId } from '../panel/properties';
import { catalogue, draw, type Drawing } from '../support/drawing';
import { addAlone, insertAfter } from './insert';

const lane = (id: string, role: string, step: string): string =>
  `<laneSet id="${id}-set"><lane id="${id}"><extensionElements><office:role key="${role}" /></extensionElements><flowNodeRef>${step}</flowNodeRef></lane></laneSet><userTask id="${step}" />`;
const shape = (id: string, x: number, y: number, width: number, height: number): string =>
  `<bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;

/** What another tool draws of several parties; the office takes the second of them for its procedure. */
const parties = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:office="urn:officeworkflow:bpmn:1" id="parties">
  <collaboration id="together"><participant id="pool-theirs" name="市町村" processRef="theirs" /><participant id="pool-ours" name="事業所" processRef="ours" /><participant id="pool-family" name="家族" /></collaboration>
  <process id="theirs" name="市町村の手続き" isExecutable="true">${lane('lane-theirs', 'manager', 'their-step')}</process>
  <process id="ours" name="事業所の手続き">${lane('lane-ours', 'specialist', 'our-step')}</process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="together">
    ${shape('pool-theirs', 60, 60, 600, 200)}${shape('lane-theirs', 90, 60, 570, 200)}${shape('their-step', 200, 120, 120, 80)}
    ${shape('pool-ours', 60, 300, 600, 200)}${shape('lane-ours', 90, 300, 570, 200)}${shape('our-step', 200, 360, 120, 80)}
    ${shape('pool-family', 60, 540, 600, 60)}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>`;

let drawing: Drawing;
beforeEach(async () => (drawing = await draw(parties, 'ours')));

const at = (id: string): Shape => drawing.bench.get('elementRegistry').get(id)!;
const property = (id: PropertyId) => properties.find((one) => one.id === id)!;
const processOfText = async (id: string): Promise<Element> => new DOMParser().parseFromString(await drawing.xml(), 'application/xml').querySelector(`process[id="${id}"]`)!;

describe('in a file of several parties', () => {
  it('a form of its own stands in the process of this procedure', async () => {
    writeOwnText(drawing.bench, 'office:form', 'own-1', '{"title":"様式","fields":[]}');

    expect([...ownTexts(drawing.bench, 'office:form').keys()]).toEqual(['own-1']);
    expect((await processOfText('ours')).textContent).toContain('様式');
    expect((await processOfText('theirs')).textContent).not.toContain('様式');
  });

  it('name and description are those of this procedure', async () => {
    const root = drawing.bench.get('canvas').getRootElement();

    expect(property('procedureName').read(root, drawing.bench)).toBe('事業所の手続き');
    property('procedureName').write(drawing.bench, root, '新しい名前', catalogue);
    property('procedureAbout').write(drawing.bench, root, '新しい説明', catalogue);

    expect((await processOfText('ours')).getAttribute('name')).toBe('新しい名前');
    expect((await processOfText('ours')).textContent).toContain('新しい説明');
    expect([at('pool-ours').businessObject.name, at('pool-theirs').businessObject.name]).toEqual(['新しい名前', '市町村']);
    expect((await processOfText('theirs')).getAttribute('name')).toBe('市町村の手続き');
  });

  it.each(['pool-theirs', 'pool-family'])('the pool of another (%s) has its own name, and nothing of the procedure', (id) => {
    expect([property('procedureName').on(at(id), drawing.bench), property('name').on(at(id), drawing.bench)]).toEqual([false, true]);

    property('name').write(drawing.bench, at(id), '別の名前', catalogue);

    expect([at(id).businessObject.name, property('procedureName').read(at('pool-ours'), drawing.bench)]).toEqual(['別の名前', '事業所の手続き']);
  });

  it.each([['our-step', 'pool-ours', 'manager'], ['their-step', 'pool-theirs', 'specialist']])('%s goes to a role in its own pool, whoever else has such a column', (step, pool, role) => {
    moveToRole(drawing.bench, at(step), role, '役割');

    expect(roleOfLane(laneOf(drawing.bench, at(step))!)).toBe(role);
    expect([laneOf(drawing.bench, at(step))!.parent!.id, at(step).parent!.id]).toEqual([pool, pool]);
  });

  it('a new column is one of this procedure', () => {
    const made = addLane(drawing.bench, 'manager', '管理者');

    expect(made.parent!.id).toBe('pool-ours');
    expect(lanesOf(drawing.bench).map((one) => one.id)).toEqual(['lane-ours', made.id]);
  });

  it('what is put into the procedure by itself lies in its pool, and in no other', () => {
    const made = [addAlone(drawing.bench, kindOf('work')), addAlone(drawing.bench, kindOf('work')), insertAfter(drawing.bench, at('our-step'), 'work')];

    for (const step of made) {
      expect(step.parent!.id).toBe('pool-ours');
      expect([step.y >= at('pool-ours').y, step.y + step.height <= at('pool-ours').y + at('pool-ours').height]).toEqual([true, true]);
    }

    expect(at('pool-theirs').height).toBe(200);
    expect(at('pool-ours').y + at('pool-ours').height).toBeLessThanOrEqual(at('pool-family').y);
  });

  it('of a file that was never given its key, the process that runs is the procedure', async () => {
    drawing = await draw(parties, 'another');

    expect(property('procedureName').read(drawing.bench.get('canvas').getRootElement(), drawing.bench)).toBe('市町村の手続き');
  });
});
