import type { Shape } from '../core/types';
import type { Property } from '../panel/properties';
import { catalogue, type Drawing } from './drawing';

/** Something else than what is set, as the panel's control would write it. */
export function another(property: Property, element: Shape, { bench }: Drawing): string {
  const now = property.read(element, bench);
  const choices = property.choices?.(catalogue, element, bench).map((one) => one.value).filter((one) => one !== now && one !== '') ?? [];

  switch (property.control) {
    case 'choice':
      return choices[0] ?? 'another';
    case 'ticks':
      return [now, choices[0] ?? 'another'].filter(Boolean).join('\n');
    case 'tick':
      return now === 'true' ? '' : 'true';
    case 'number':
      return String(Number(now || '1') + 1);
    case 'due':
      return '=add working days(today(), 9)';
    case 'timer':
      return 'timeDuration:working days(9)';
    case 'condition':
      return 'agreed = "9"';
    case 'formula':
      return 'other';
    case 'lines':
      return property.id === 'given' || property.id === 'returned' ? 'nine = 9' : '別の説明';
    case 'text':
      return '別のもの';
  }
}
