import { DatabaseSync } from 'node:sqlite';

/**
 * Takes out of a copied database where people want to be called: a backup travels, and their desks say it again when they
 * are opened. What was deleted is overwritten, because a copy holds what stood in its pages.
 */
export function leaveCallsOut(file: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec('pragma secure_delete = on');
    database.exec('delete from calls');
    database.exec('delete from wakes');
    database.exec('vacuum');
  } finally {
    database.close();
  }
}
