const shape = /^=\s*add working days\(\s*today\(\)\s*,\s*(\d{1,4})\s*\)$/;

/** The working days of a due date that is so many working days after its work began; undefined where another formula stands. */
export function dueDays(text: string): number | undefined {
  const found = shape.exec(text.trim());

  return found ? Number(found[1]) : undefined;
}

export const dueText = (days: number): string => `=add working days(today(), ${days})`;
