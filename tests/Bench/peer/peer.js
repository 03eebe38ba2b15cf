// node peer.js <file.bpmn> <memory|stored> <seconds>: prints {"perSecond","stateBytes"} of bpmn-engine on one thread.
import { readFileSync } from 'node:fs';
import { EventEmitter, once } from 'node:events';
import { Engine } from 'bpmn-engine';
import BpmnModdle from 'bpmn-moddle';
import * as elements from 'bpmn-elements';
import Serializer, { TypeResolver } from 'moddle-context-serializer';

const [file, mode, seconds] = process.argv.slice(2);
const moddle = await new BpmnModdle().fromXML(readFileSync(file, 'utf8'));
const sourceContext = Serializer(moddle, TypeResolver(elements));
let stateBytes = 0;

async function inMemory() {
  const engine = new Engine({ name: 'bench', sourceContext });
  const listener = new EventEmitter();
  listener.once('activity.wait', (task) => task.signal());
  const ended = once(engine, 'end');
  await engine.execute({ listener });
  await ended;
}

async function stored() {
  const first = new Engine({ name: 'bench', sourceContext });
  const listener = new EventEmitter();
  const waits = once(listener, 'activity.wait');
  await first.execute({ listener });
  await waits;
  const text = JSON.stringify(await first.getState());
  stateBytes = Buffer.byteLength(text);
  first.stop();

  const second = new Engine({ name: 'bench', sourceContext });
  second.recover(JSON.parse(text));
  const resumed = new EventEmitter();
  resumed.once('activity.wait', (task) => task.signal());
  const ended = once(second, 'end');
  await second.resume({ listener: resumed });
  await ended;
}

const run = mode === 'stored' ? stored : inMemory;

async function runFor(length) {
  const start = performance.now();
  let count = 0;

  while (performance.now() - start < length) {
    await run();
    count++;
  }

  return count / ((performance.now() - start) / 1000);
}

await runFor(seconds * 500);
console.log(JSON.stringify({ perSecond: await runFor(seconds * 1000), stateBytes }));
