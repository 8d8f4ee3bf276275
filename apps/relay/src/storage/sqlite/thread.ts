/** The thread that owns one SQLite connection: writing and reading have one each, so that reads never wait for a sync. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Unit, UnitOutcome } from '../unit.ts';
import {
  type Connection,
  type ConnectionOptions,
  openConnection,
  runGroup,
  storageFailure,
} from './connection.ts';

export type Question =
  | { readonly type: 'queries'; readonly queries: readonly QueryAsked[] }
  | { readonly type: 'group'; readonly units: readonly Unit[] }
  | { readonly type: 'execute'; readonly sql: string }
  | { readonly type: 'close' };

export type QueryAsked = { readonly sql: string; readonly parameters: readonly unknown[] };
export type QueryAnswered =
  | { readonly rows: readonly Record<string, unknown>[] }
  | { readonly error: string };

export type Asked = { readonly id: number; readonly question: Question };
export type Answered =
  | { readonly id: number; readonly answers: readonly QueryAnswered[] }
  | { readonly id: number; readonly outcomes: readonly UnitOutcome[] }
  | { readonly id: number; readonly error: string }
  | { readonly trace: string };

export type ThreadData = ConnectionOptions & { readonly trace: boolean };

const port = parentPort;
if (port === null) throw new Error('this file is the first of a worker thread');
const { trace: traced, ...options } = workerData as ThreadData;

let connection: Connection | null = null;
const connected = (): Connection => {
  connection ??= openConnection(options);
  return connection;
};

const tell = (answer: Answered): void => port.postMessage(answer);
const trace = (event: string): void => {
  if (!traced) return;
  // Read back from the very connection that committed, so that a test cannot be told what was only intended.
  const mode =
    event === 'committed' ? connection?.query('pragma synchronous', [])[0]?.['synchronous'] : undefined;
  tell({ trace: mode === undefined ? event : `${event}, synchronous = ${String(mode)}` });
};

port.on('message', ({ id, question }: Asked) => {
  try {
    switch (question.type) {
      case 'queries':
        return tell({ id, answers: question.queries.map(answer) });
      case 'group':
        return tell({ id, outcomes: group(question.units) });
      case 'execute':
        connected().database.exec(question.sql);
        return tell({ id, answers: [] });
      case 'close':
        connection?.database.close();
        connection = null;
        tell({ id, answers: [] });
        port.close();
        return;
    }
  } catch (error) {
    tell({ id, error: error instanceof Error ? error.message : String(error) });
  }
});

function answer({ sql, parameters }: QueryAsked): QueryAnswered {
  try {
    return { rows: connected().query(sql, parameters) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function group(units: readonly Unit[]): readonly UnitOutcome[] {
  let open: Connection;
  try {
    open = connected();
  } catch (error) {
    const failure = storageFailure(error);
    if (failure === null) throw error;
    return units.map(() => ({ ok: false, error: { type: failure } }));
  }
  const outcomes = runGroup(open, units, trace);
  // After a failing disk the connection may hold a file that is gone or was only readable: the next write opens anew.
  const lost = outcomes.some((outcome) => !outcome.ok && outcome.error.type === 'unavailable');
  if (lost) {
    connection?.database.close();
    connection = null;
  }
  return outcomes;
}
