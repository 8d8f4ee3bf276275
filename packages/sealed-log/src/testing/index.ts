/** Small stories in memory: people, devices, teams and a log that all share. For tests, here and in other rooms. */
export * from './desk.ts';
export * from './organisation.ts';
export * from './records.ts';
export * from './shared-log.ts';
