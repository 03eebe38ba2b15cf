import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonical, catalogue, draw, type Drawing } from '../support/drawing';
import { paper, withoutDiagram, work } from '../support/paper';
import { fixWords } from '../../words/fixes';
import { fixable, type Fix, fixesFor } from './fixes';

/**
 * Each button that a finding can bring, pressed once on a procedure that has the finding: what it was and what it became lies in
 * tests/Workflows.Tests/Checking/fixed.json, where the checker itself must say that the finding is gone and that nothing new came. OFFICE_WRITE_DRAWN=1 writes it anew.
 */
const file = '../../tests/Workflows.Tests/Checking/fixed.json';

interface Case {
  readonly name: string;
  readonly rule: string;
  readonly element: string;
  readonly button: string;
  readonly source: string;
}

const ends = '<startEvent id="s" /><endEvent id="e" />';
const timer = (cycle: string): string => `<timerEventDefinition><${cycle}>repeat working days(3, 3)</${cycle}></timerEventDefinition>`;

const cases: readonly Case[] = [
  {
    name: 'a way of a branch without a condition', rule: 'every-way-has-a-condition', element: 'g-b', button: fixWords.otherwise,
    source: paper(`${ends}<exclusiveGateway id="g" />${work('a')}${work('b')}`, 's > g\ng > a : x = 1\ng > b\na > e\nb > e'),
  },
  {
    name: 'one of two ways of an inclusive branch without a condition', rule: 'every-way-has-a-condition', element: 'g-a', button: fixWords.otherwise,
    source: paper(`${ends}<inclusiveGateway id="g" />${work('a')}${work('b')}`, 's > g\ng > a\ng > b\na > e\nb > e'),
  },
  {
    name: 'a branch whose one way has no condition', rule: 'every-way-has-a-condition', element: 'g', button: fixWords.otherwise,
    source: paper(`${ends}<exclusiveGateway id="g" />${work('a')}${work('b')}`, 's > g\ng > a : x = 1\ng > b\na > e\nb > e'),
  },
  {
    name: 'a condition where all ways are gone', rule: 'every-way-has-a-condition', element: 'g-b', button: fixWords.dropCondition,
    source: paper(`${ends}<parallelGateway id="g" />${work('a')}${work('b')}`, 's > g\ng > a\ng > b : x = 1\na > e\nb > e'),
  },
  {
    name: 'a branch in a circle without an end', rule: 'every-way-ends', element: 'g', button: fixWords.endOtherwise,
    source: paper(`<startEvent id="s" /><exclusiveGateway id="m" />${work('a')}<exclusiveGateway id="g" />`, 's > m\nm > a\na > g\ng > m : x = 1'),
  },
  {
    name: 'work in a circle without an end', rule: 'every-way-ends', element: 'a', button: fixWords.endLate,
    source: paper(`<startEvent id="s" /><exclusiveGateway id="m" />${work('a')}`, 's > m\nm > a\na > m'),
  },
  {
    name: 'work into which two ways lead', rule: 'no-implicit-merge', element: 'c', button: fixWords.merge,
    source: paper(`${ends}<exclusiveGateway id="g" default="g-b" />${work('a')}${work('b')}${work('c')}`, 's > g\ng > a : x = 1\ng > b\na > c\nb > c\nc > e'),
  },
  {
    name: 'a branch that no case can come to', rule: 'every-element-reachable', element: 'm', button: fixWords.from('作業'),
    source: paper(`${ends}${work('a')}<exclusiveGateway id="m" />${work('b')}<exclusiveGateway id="g" default="g-e" />`, 's > a\nm > b\nb > g\ng > m : x = 1\ng > e'),
  },
  {
    name: 'work that no case can come to', rule: 'every-element-reachable', element: 'b', button: fixWords.from('作業'),
    source: paper(`${ends}${work('a')}${work('b')}<exclusiveGateway id="g" default="g-e" />`, 's > a\nb > g\ng > b : x = 1\ng > e'),
  },
  {
    name: 'work that nothing leads to and that leads nowhere', rule: 'no-disconnected-node', element: 'b', button: fixWords.remove,
    source: paper(`${ends}${work('a')}${work('b')}`, 's > a\na > e'),
  },
  {
    name: 'an end that nothing leads to', rule: 'no-disconnected-node', element: 'e', button: fixWords.remove,
    source: paper(`${ends}${work('a')}<endEvent id="other" />`, 's > a\na > other'),
  },
  {
    name: 'work that leads nowhere', rule: 'no-disconnected-node', element: 'a', button: fixWords.end,
    source: paper(`<startEvent id="s" />${work('a')}`, 's > a'),
  },
  {
    name: 'a branch that leads nowhere', rule: 'no-disconnected-node', element: 'g', button: fixWords.end,
    source: paper(`<startEvent id="s" />${work('a')}<exclusiveGateway id="g" />`, 's > a\na > g'),
  },
  {
    name: 'a deadline that leads nowhere', rule: 'no-disconnected-node', element: 'd', button: fixWords.end,
    source: paper(`${ends}${work('a')}<boundaryEvent id="d" attachedToRef="a" cancelActivity="false">${timer('timeCycle')}</boundaryEvent>`, 's > a\na > e'),
  },
  {
    name: 'work that leads nowhere, and one step that nothing leads to', rule: 'no-disconnected-node', element: 'a', button: fixWords.to('作業'),
    source: paper(`${ends}${work('a')}${work('b')}`, 's > a\nb > e'),
  },
  {
    name: 'a start that leads nowhere, and one step that nothing leads to', rule: 'no-disconnected-node', element: 's', button: fixWords.to('作業'),
    source: paper(`${ends}${work('a')}`, 'a > e'),
  },
  {
    name: 'work that nothing leads to, and one step that leads nowhere', rule: 'no-disconnected-node', element: 'b', button: fixWords.from('作業'),
    source: paper(`${ends}${work('a')}${work('b')}`, 's > a\nb > e'),
  },
  {
    name: 'a task of no kind in the column of a role', rule: 'only-what-the-engine-runs', element: 'a', button: fixWords.work,
    source: paper(`${ends}<task id="a" name="書く" />`, 's > a\na > e'),
  },
  {
    name: 'a task of no kind on bare paper', rule: 'only-what-the-engine-runs', element: 'a', button: fixWords.workOf('管理者'),
    source: paper(`${ends}<task id="a" name="書く" />`, 's > a\na > e', ''),
  },
  {
    name: 'a complex gateway that joins', rule: 'only-what-the-engine-runs', element: 'm', button: fixWords.choice,
    source: paper(`${ends}<exclusiveGateway id="g" default="g-b" />${work('a')}${work('b')}<complexGateway id="m" />`, 's > g\ng > a : x = 1\ng > b\na > m\nb > m\nm > e'),
  },
  {
    name: 'a complex gateway that parts', rule: 'only-what-the-engine-runs', element: 'g', button: fixWords.choice,
    source: paper(`${ends}<complexGateway id="g" />${work('a')}${work('b')}`, 's > g\ng > a : x = 1\ng > b\na > e\nb > e'),
  },
  {
    name: 'a condition on the way for the other cases', rule: 'default-flow-leaves-its-node', element: 'g-b', button: fixWords.dropCondition,
    source: paper(`${ends}<exclusiveGateway id="g" default="g-b" />${work('a')}${work('b')}`, 's > g\ng > a : x = 1\ng > b : x = 2\na > e\nb > e'),
  },
  {
    name: 'a way for the other cases that leaves another step', rule: 'default-flow-leaves-its-node', element: 'g', button: fixWords.dropDefault,
    source: paper(`${ends}<exclusiveGateway id="g" default="a-e" />${work('a')}${work('b')}`, 's > g\ng > a : x = 1\ng > b : x = 2\na > e\nb > e'),
  },
  {
    name: 'a repeated timer that breaks off its work', rule: 'cycle-only-where-it-may-repeat', element: 'd', button: fixWords.goesOn,
    source: paper(`${ends}${work('a')}<boundaryEvent id="d" attachedToRef="a">${timer('timeCycle')}</boundaryEvent><endEvent id="late" />`, 's > a\na > e\nd > late'),
  },
  {
    name: 'work without a form', rule: 'form-exists', element: 'a', button: fixWords.form('したことの記録'),
    source: paper(`${ends}<userTask id="a" />`, 's > a\na > e'),
  },
  {
    name: 'work of nobody', rule: 'role-is-known', element: 'a', button: fixWords.role('事務員'),
    source: paper(`${ends}${work('a')}`, 's > a\na > e', ''),
  },
];

const context = ({ bench }: Drawing, locked: readonly string[] = []): Parameters<typeof fixesFor>[2] => ({ bench, catalogue, locked: new Set(locked) });
const offered = (drawing: Drawing, rule: string, element: string, locked: readonly string[] = []): readonly Fix[] =>
  fixesFor(rule, drawing.bench.get('elementRegistry').get(element)!, context(drawing, locked));
const names = async (source: string, rule: string, element: string, locked: readonly string[] = []): Promise<string[]> =>
  offered(await draw(source), rule, element, locked).map((fix) => fix.name);

describe('a button at a finding', () => {
  it('is there for each rule that has one, in each of its wordings', () => {
    expect([...new Set(cases.map((one) => one.rule))].sort()).toEqual([...fixable].sort());

    const words = Object.entries(fixWords).filter(([key]) => key !== 'late').map(([, word]) => (typeof word === 'string' ? word : word('…').split('…')[0]!));
    expect(words.filter((word) => !cases.some((one) => one.button.startsWith(word)))).toEqual([]);
  });

  it('J2 a button at a finding does what it says in one step that can be undone and done again', async () => {
    const made: unknown[] = [];

    for (const { name, rule, element, button, source } of cases) {
      const drawing = await draw(source);
      const stack = drawing.bench.get('commandStack');
      const before = canonical(await drawing.xml());
      const at = stack._stackIdx;
      const fix = offered(drawing, rule, element).find((one) => one.name === button);
      expect(fix, name).toBeDefined();

      fix!.run();
      const after = await drawing.xml();
      expect(canonical(after), name).not.toEqual(before);
      made.push({ name, rule, element, before: withoutDiagram(source).split('\n'), after: withoutDiagram(after).trimEnd().split('\n') });
      stack.undo();
      expect(stack._stackIdx, name).toBe(at);
      expect(canonical(await drawing.xml()), name).toEqual(before);
      stack.redo();
      expect(canonical(await drawing.xml()), name).toEqual(canonical(after));
    }

    const text = `${JSON.stringify(made, null, 1)}\n`;

    if (process.env['OFFICE_WRITE_DRAWN'] === '1') {
      writeFileSync(file, text);
    }

    expect(existsSync(file), `${file}: write it with OFFICE_WRITE_DRAWN=1`).toBe(true);
    expect(text).toBe(readFileSync(file, 'utf8'));
  }, 60_000);

  it('never takes the mark of the other cases from another way', async () => {
    const marked = paper(`${ends}<exclusiveGateway id="g" default="g-a" />${work('a')}${work('b')}`, 's > g\ng > a\ng > b\na > e\nb > e');

    expect(await names(marked, 'every-way-has-a-condition', 'g-b')).toEqual([]);
    expect(await names(marked, 'every-way-has-a-condition', 'g')).toEqual([]);
  });

  it('does not choose between two ways', async () => {
    const two = paper(`${ends}<exclusiveGateway id="g" />${work('a')}${work('b')}`, 's > g\ng > a\ng > b\na > e\nb > e');

    expect(await names(two, 'every-way-has-a-condition', 'g')).toEqual([]);
  });

  it('never deletes what has a way, holds something, or is the only beginning', async () => {
    const part = `<subProcess id="part">${work('inner')}</subProcess>`;
    const edged = `${work('a')}<boundaryEvent id="d" attachedToRef="a" cancelActivity="false">${timer('timeCycle')}</boundaryEvent>`;

    expect(await names(paper(`<startEvent id="s" />${work('a')}`, 's > a'), 'no-disconnected-node', 'a')).not.toContain(fixWords.remove);
    expect(await names(paper(`${ends}${work('a')}`, 'a > e'), 'no-disconnected-node', 'a')).not.toContain(fixWords.remove);
    expect(await names(paper(`${ends}${part}`, 's > e').replace('</bpmndi:BPMNPlane>', '<bpmndi:BPMNShape id="inner-shape" bpmnElement="inner"><dc:Bounds x="570" y="170" width="100" height="60" /></bpmndi:BPMNShape></bpmndi:BPMNPlane>'), 'no-disconnected-node', 'part')).toEqual([]);
    expect(await names(paper(`${ends}${edged}`, 's > e'), 'no-disconnected-node', 'a')).toEqual([]);
    expect(await names(paper(ends, ''), 'no-disconnected-node', 's')).not.toContain(fixWords.remove);
  });

  it('does not close a circle, nor choose between two steps', async () => {
    expect(await names(paper(`<startEvent id="s" />${work('a')}${work('b')}${work('c')}`, 's > a\nb > c'), 'no-disconnected-node', 'c')).toEqual([fixWords.end]);
    expect(await names(paper(`${ends}${work('a')}${work('b')}${work('c')}`, 's > a\nb > e\nc > e'), 'no-disconnected-node', 'a')).toEqual([fixWords.end]);
    expect(await names(paper(`<startEvent id="s" />${work('a')}${work('b')}`, 's > a\nb > b'), 'every-element-reachable', 'b')).toEqual([]);
  });

  it('leaves statutory steps as they are', async () => {
    expect(await names(paper(`${ends}${work('a')}`, 's > e'), 'no-disconnected-node', 'a', ['a'])).toEqual([]);
    expect(await names(paper(`${ends}<task id="a" />`, 's > a\na > e'), 'only-what-the-engine-runs', 'a', ['a'])).toEqual([]);
    expect(await names(paper(`${ends}<userTask id="a" />`, 's > a\na > e'), 'form-exists', 'a', ['a'])).toEqual([]);
    expect(await names(paper(`${ends}<userTask id="a" />`, 's > a\na > e', ''), 'role-is-known', 'a', ['a'])).toEqual([]);
  });

  it('is not offered where it would say what only a person knows', async () => {
    expect(await names(paper(`${ends}<complexGateway id="g" />${work('a')}${work('b')}`, 's > g\ng > a\ng > b\na > e\nb > e'), 'only-what-the-engine-runs', 'g')).toEqual([]);
    expect(await names(paper(`${ends}<scriptTask id="a" />`, 's > a\na > e'), 'only-what-the-engine-runs', 'a')).toEqual([]);
    expect(await names(paper(`<startEvent id="s" /><exclusiveGateway id="m" />${work('a')}`, 's > m\nm > a\na > m'), 'every-way-ends', 'm')).toEqual([]);
  });
});
