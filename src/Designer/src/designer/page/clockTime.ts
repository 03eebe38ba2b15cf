const clock = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: 'numeric', minute: '2-digit' });

/** A moment as the clock on the wall says it. */
export const clockTime = (moment: string): string => clock.format(new Date(moment));

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/** The day in Tokyo as a field of dates takes it, wherever the browser stands. */
export const dayInTokyo = (moment: Date): string => day.format(moment);
