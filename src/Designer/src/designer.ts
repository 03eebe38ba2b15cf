import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './designer/designer.css';
import { openDesigner } from './designer/page/openDesigner';

for (const host of document.querySelectorAll<HTMLElement>('[data-designer]')) {
  void openDesigner(host);
}
