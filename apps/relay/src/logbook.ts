/**
 * What the relay writes about itself: the code of an event, the hour, and counts. No address, no path, no id, no
 * user agent, no text from anybody: there is no parameter through which one could get in (fault 22).
 */
export type LogbookEvent =
  | 'started'
  | 'stopping'
  | 'stopped'
  | 'storage-failed'
  | 'storage-recovered'
  | 'organisation-founded'
  | 'organisation-damaged'
  | 'request-broke'
  | 'token-made'
  | 'forgotten'
  | 'forgotten-again'
  | 'unreferenced-dropped'
  | 'backup-made'
  | 'app-missing'
  | 'called'
  | 'call-failed';

export type Logbook = (event: LogbookEvent, detail?: number | SourcePlace) => void;

/** Writes one line of JSON for each event. */
export function openLogbook(write: (line: string) => void): Logbook {
  return (event, detail) => {
    const hour = `${new Date().toISOString().slice(0, 13)}:00Z`;
    const more = typeof detail === 'number' ? { count: detail } : (detail ?? {});
    write(JSON.stringify({ hour, event, ...more }));
  };
}

/** Where in our own code something broke: a file and a line, which hold nothing of anybody's. */
export type SourcePlace = { readonly at: string };

/** The innermost place in our own code that an error came through. */
export function sourcePlace(error: unknown): SourcePlace {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const match = /((?:apps|packages)\/[\w./-]+\.ts:\d+):\d+/.exec(stack.replace(/^.*\n/, ''));
  return { at: match?.[1] ?? 'elsewhere' };
}
