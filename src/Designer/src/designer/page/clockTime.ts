const clock = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: 'numeric', minute: '2-digit' });

/** A moment as the clock on the wall says it. */
export const clockTime = (moment: string): string => clock.format(new Date(moment));
