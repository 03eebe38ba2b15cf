import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Shape } from '../core/types';
import { writeInput } from '../model/bindings';
import { writeConditionText, makeDefault, leaving } from '../model/flows';
import { kindOf, type KindId, kinds } from '../model/kinds';
import { properties, type PropertyId } from '../panel/properties';
import { canonical, catalogue, draw, type Drawing } from '../support/drawing';
import { addAlone, append, attach, insertAfter, insertInside } from './insert';
import { templates } from './templates';

/**
 * What the designer draws, kind by kind and piece by piece, lies in tests/Workflows.Tests/Drawn, where the engine's own tests check and play it. A file that is not what is drawn now
 * fails here; OFFICE_WRITE_DRAWN=1 writes them anew.
 */
const folder = '../../tests/Workflows.Tests/Drawn';

const blank = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:elsa="https://elsaworkflows.io/schemas/bpmn/v1" xmlns:office="urn:officeworkflow:bpmn:1" id="drawn-file" targetNamespace="urn:officeworkflow:procedures">
  <bpmn:collaboration id="drawn-collaboration"><bpmn:participant id="drawn-pool" name="試し描き" processRef="drawn" /></bpmn:collaboration>
  <bpmn:process id="drawn" name="試し描き" isExecutable="true">
    <bpmn:laneSet id="drawn-lanes"><bpmn:lane id="lane-manager" name="管理者">
      <bpmn:extensionElements><office:role key="manager" /></bpmn:extensionElements>
      <bpmn:flowNodeRef>start</bpmn:flowNodeRef><bpmn:flowNodeRef>first</bpmn:flowNodeRef><bpmn:flowNodeRef>end</bpmn:flowNodeRef>
    </bpmn:lane></bpmn:laneSet>
    <bpmn:startEvent id="start" name="始まり"><bpmn:outgoing>start--first</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="first" name="はじめの作業">
      <bpmn:extensionElements><elsa:activityBinding activityType="Office.Work"><elsa:input name="form">{"typeName":"String","expression":{"type":"Literal","value":"note"}}</elsa:input></elsa:activityBinding></bpmn:extensionElements>
      <bpmn:incoming>start--first</bpmn:incoming><bpmn:outgoing>first--end</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="end" name="終わり"><bpmn:incoming>first--end</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="start--first" sourceRef="start" targetRef="first" />
    <bpmn:sequenceFlow id="first--end" sourceRef="first" targetRef="end" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="drawn-collaboration">
    <bpmndi:BPMNShape id="pool-shape" bpmnElement="drawn-pool" isHorizontal="true"><dc:Bounds x="60" y="80" width="520" height="240" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="lane-shape" bpmnElement="lane-manager" isHorizontal="true"><dc:Bounds x="90" y="80" width="490" height="240" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="start-shape" bpmnElement="start"><dc:Bounds x="160" y="182" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="first-shape" bpmnElement="first"><dc:Bounds x="256" y="160" width="120" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="end-shape" bpmnElement="end"><dc:Bounds x="436" y="182" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="start--first-edge" bpmnElement="start--first"><di:waypoint x="196" y="200" /><di:waypoint x="256" y="200" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="first--end-edge" bpmnElement="first--end"><di:waypoint x="376" y="200" /><di:waypoint x="436" y="200" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

const step = ({ bench }: Drawing, id: string): Shape => bench.get('elementRegistry').get(id)!;

/** As the panel sets it. */
const set = ({ bench }: Drawing, element: Shape, id: PropertyId, text: string): void => properties.find((property) => property.id === id)!.write(bench, element, text, catalogue);

const work = (drawing: Drawing, element: Shape): Shape => {
  writeInput(drawing.bench, element, 'form', 'note');

  return element;
};

const behind = (drawing: Drawing, id: KindId): Shape => insertAfter(drawing.bench, step(drawing, 'first'), id);

function sendMail(drawing: Drawing, element: Shape): void {
  set(drawing, element, 'template', 'work-reminder');
  set(drawing, element, 'recipients', '={role: "manager"}');
}

/** A second way out of a branch, to an end of its own. */
function secondWay(drawing: Drawing, branch: Shape): Shape {
  const end = append(drawing.bench, branch, 'end', 120);

  return end.incoming[0]!;
}

function onEdge(drawing: Drawing, id: KindId, isInterrupting: boolean): Shape {
  const edge = attach(drawing.bench, step(drawing, 'first'), id, isInterrupting);
  append(drawing.bench, edge, 'end');

  return edge;
}

function endsWith(drawing: Drawing, id: KindId): Shape {
  const end = append(drawing.bench, step(drawing, 'first'), id);
  drawing.bench.get('modeling').removeElements([step(drawing, 'end')]);

  return end;
}

function startsWith(drawing: Drawing, id: KindId): Shape {
  const start = addAlone(drawing.bench, kindOf(id));
  const way = step(drawing, 'start--first');
  drawing.bench.get('modeling').connect(start, step(drawing, 'first'), { type: 'bpmn:SequenceFlow' });
  drawing.bench.get('modeling').removeElements([step(drawing, 'start'), way]);

  return start;
}

const recipes: Readonly<Record<KindId, (drawing: Drawing) => void>> = {
  work: (drawing) => void work(drawing, behind(drawing, 'work')),
  outside: (drawing) => void work(drawing, behind(drawing, 'outside')),
  mail: (drawing) => sendMail(drawing, behind(drawing, 'mail')),
  service: (drawing) => {
    const made = behind(drawing, 'service');
    set(drawing, made, 'step', 'Office.SendMail');
    sendMail(drawing, made);
  },
  call: (drawing) => set(drawing, behind(drawing, 'call'), 'called', 'consent'),
  part: (drawing) => {
    const part = behind(drawing, 'part');
    const start = insertInside(drawing.bench, part, 'start');
    append(drawing.bench, work(drawing, append(drawing.bench, start, 'work')), 'end');
    set(drawing, part, 'each', 'sequential');
  },
  onEvent: (drawing) => {
    const part = addAlone(drawing.bench, kindOf('onEvent'));
    const start = insertInside(drawing.bench, part, 'startMessage');
    set(drawing, start, 'message', 'withdrawn');
    append(drawing.bench, start, 'end');
  },
  choice: (drawing) => {
    const branch = behind(drawing, 'choice');
    writeConditionText(drawing.bench, secondWay(drawing, branch), 'agreed = false');
    makeDefault(drawing.bench, leaving(branch).find((flow) => flow.target!.id === 'end')!, true);
  },
  parallel: (drawing) => void secondWay(drawing, behind(drawing, 'parallel')),
  some: (drawing) => {
    const branch = behind(drawing, 'some');
    writeConditionText(drawing.bench, secondWay(drawing, branch), 'agreed = true');
    makeDefault(drawing.bench, leaving(branch).find((flow) => flow.target!.id === 'end')!, true);
  },
  first: (drawing) => {
    const branch = behind(drawing, 'first');
    const time = append(drawing.bench, branch, 'waitTime', 120);
    const message = append(drawing.bench, branch, 'waitMessage', 240);
    drawing.bench.get('modeling').removeElements([leaving(branch).find((flow) => flow.target!.id === 'end')!]);
    drawing.bench.get('modeling').connect(time, step(drawing, 'end'), { type: 'bpmn:SequenceFlow' });
    append(drawing.bench, message, 'end');
    set(drawing, time, 'timer', 'timeDuration:working days(3)');
    set(drawing, message, 'message', 'answered');
  },
  waitTime: (drawing) => set(drawing, behind(drawing, 'waitTime'), 'timer', 'timeDuration:working days(3)'),
  waitMessage: (drawing) => {
    const made = behind(drawing, 'waitMessage');
    set(drawing, made, 'message', 'answered');
    set(drawing, made, 'messageKey', '"k"');
  },
  receive: (drawing) => set(drawing, behind(drawing, 'receive'), 'message', 'answered'),
  tell: (drawing) => set(drawing, behind(drawing, 'tell'), 'message', 'told'),
  deadline: (drawing) => set(drawing, onEdge(drawing, 'deadline', false), 'timer', 'timeCycle:repeat working days(3, 3)'),
  interrupt: (drawing) => set(drawing, onEdge(drawing, 'interrupt', true), 'message', 'withdrawn'),
  trouble: (drawing) => {
    set(drawing, behind(drawing, 'call'), 'called', 'consent');
    const call = leaving(step(drawing, 'first'))[0]!.target!;
    const edge = attach(drawing.bench, call, 'trouble', true);
    append(drawing.bench, edge, 'end');
    set(drawing, edge, 'code', 'refused');
  },
  start: (drawing) => void startsWith(drawing, 'start'),
  startMessage: (drawing) => set(drawing, startsWith(drawing, 'startMessage'), 'message', 'plan-needed'),
  startTime: (drawing) => set(drawing, startsWith(drawing, 'startTime'), 'timer', 'timeCycle:repeat working days(3, 3)'),
  end: (drawing) => void endsWith(drawing, 'end'),
  endAll: (drawing) => void endsWith(drawing, 'endAll'),
  endMessage: (drawing) => set(drawing, endsWith(drawing, 'endMessage'), 'message', 'told'),
  endTrouble: (drawing) => set(drawing, endsWith(drawing, 'endTrouble'), 'code', 'refused'),
  note: (drawing) => void behind(drawing, 'note'),
};

const pieces = Object.fromEntries(templates.map((template) => [`piece-${template.id}`, (drawing: Drawing) => {
  const made = template.insert(drawing.bench, step(drawing, 'first'));
  template.id === 'inform' && sendMail(drawing, made);
}]));

const all: Readonly<Record<string, (drawing: Drawing) => void>> = { ...recipes, ...pieces };

describe('what the designer draws', () => {
  it.each(Object.keys(all))('J4 what is drawn of %s is what the engine is tested with', async (name) => {
    const drawing = await draw(blank);
    all[name]!(drawing);
    const made = await drawing.xml();
    const file = `${folder}/${name}.bpmn`;

    if (process.env['OFFICE_WRITE_DRAWN'] === '1') {
      writeFileSync(file, made);
    }

    expect(existsSync(file), `${file}: write it with OFFICE_WRITE_DRAWN=1`).toBe(true);
    expect(canonical(made)).toEqual(canonical(readFileSync(file, 'utf8')));
  });

  it('J4 the engine is tested with all of the palette and all of the pieces, and with nothing that cannot be drawn any more', () => {
    expect(Object.keys(recipes).sort()).toEqual(kinds.map((kind) => kind.id).sort());
    expect(readdirSync(folder).filter((file) => file.endsWith('.bpmn')).map((file) => file.replace('.bpmn', '')).sort()).toEqual(Object.keys(all).sort());
  });
});
