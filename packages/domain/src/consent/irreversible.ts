/** Purposes that cannot be undone once they are done: they ask for a second look (handbook 5). The door reads it too. */
const undone: ReadonlySet<string> = new Set([
  'con_share_authority',
  'con_public_name',
  'con_un_named',
  'con_evidence_archive',
]);

/** Whether what this consent allows cannot be called back at all. */
export const isIrreversible = (purpose: string): boolean => undone.has(purpose);
