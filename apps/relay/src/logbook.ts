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
  | 'app-missing';

export type Logbook = (event: LogbookEvent, count?: number) => void;

/** Writes one line of JSON for each event. */
export function openLogbook(write: (line: string) => void): Logbook {
  return (event, count) => {
    const hour = `${new Date().toISOString().slice(0, 13)}:00Z`;
    write(JSON.stringify({ hour, event, ...(count === undefined ? {} : { count }) }));
  };
}
