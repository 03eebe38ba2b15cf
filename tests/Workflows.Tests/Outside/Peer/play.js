// Plays generated processes through npm bpmn-engine: one JSON object a line on stdin ({seed, xml, variables, steps}),
// one a line on stdout ({seed, waits, trouble}): what is waited for after the start and after each step.
import { createInterface } from 'node:readline';
import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function play({ seed, xml, answered, variables, steps }) {
  const shared = { ...variables };
  const open = [];
  const spent = new Set();
  const waits = [];
  const engine = new Engine({ name: String(seed), source: xml, variables: { shared } });
  const listener = new EventEmitter();
  let trouble = null;
  let ended = false;
  engine.once('error', (error) => (trouble = String(error.message)));
  engine.once('end', () => (ended = true));
  listener.on('activity.wait', (api) => {
    if (answered.includes(api.id) && !spent.has(api.id) && !open.some((one) => one.executionId === api.executionId)) {
      open.push({ id: api.id, executionId: api.executionId, api });
    }
  });
  // What is left or given up is waited for no more, nor what runs inside it.
  listener.on('activity.leave', (api) => close(api.executionId));
  const close = (executionId) => {
    for (let index = open.length - 1; index >= 0; index--) {
      const { api } = open[index];
      if (api.executionId === executionId || lineage(api.content.parent).includes(executionId)) {
        open.splice(index, 1);
      }
    }
  };
  const look = () => waits.push(ended ? 'ended' : open.map((one) => one.id).sort().join(' '));
  await engine.execute({ listener });
  await settled();
  look();

  for (const step of steps) {
    if (trouble || ended) {
      break;
    }
    const wanted = open.filter((one) => one.id === step.node)[step.nth];
    if (!wanted) {
      trouble = `nothing waits at ${step.node}`;
      break;
    }
    Object.assign(shared, step.values);
    if (step.isLast) {
      spent.add(step.node);
    }
    open.splice(open.indexOf(wanted), 1);
    wanted.api.signal();
    await settled();
    look();
  }

  engine.stop();
  return { seed, waits, trouble };
}

/** Ids of the executions around one, the nearest first. */
const lineage = (parent) => [parent?.executionId, ...(parent?.path ?? []).map((one) => one.executionId)];

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify(await play(JSON.parse(line))));
  } catch (error) {
    console.log(JSON.stringify({ seed: JSON.parse(line).seed, waits: [], trouble: String(error.message) }));
  }
}
