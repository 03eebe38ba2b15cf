import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './viewer/viewer.css';
import { showDiagram } from './viewer/showDiagram';

for (const host of document.querySelectorAll<HTMLElement>('[data-bpmn-viewer]')) {
  void showDiagram(host);
}
