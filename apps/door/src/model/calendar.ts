import { type Calendar, calendarFor } from '@leeward/ui/calendar/calendars.ts';
import { useView } from './store.ts';

/** What she chose on this page, for every date on it. Nothing of it is kept: a calendar tells where somebody grew up. */
let chosen: Calendar | null = null;
const listeners = new Set<() => void>();

const source = {
  view: () => chosen,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** The calendar in which she gives dates: that of her language until she chooses another. */
export function useCalendar(tag: string): readonly [Calendar, (calendar: Calendar) => void] {
  const wanted = useView(source);
  return [calendarFor(wanted, tag).calendar, chooseCalendar];
}

function chooseCalendar(calendar: Calendar): void {
  chosen = calendar;
  for (const listener of listeners) listener();
}
