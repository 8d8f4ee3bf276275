/** The projects that the type check reads, each with the library of the place where its code runs. */
export const TYPE_PROJECTS: readonly string[] = [
  'tsconfig.json',
  'tsconfig.workers.json',
  'apps/door/tsconfig.json',
  'apps/desk/tsconfig.json',
  'apps/files/tsconfig.json',
];
