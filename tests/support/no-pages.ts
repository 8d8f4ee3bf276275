import type { Config } from '@leeward/relay';

/**
 * Folders that nobody has. What a relay does with its logs asks nothing of the pages that it can serve as well, and to
 * read three built apps takes longer than all else that it does when it starts.
 */
export const noPages: Config['apps'] = {
  desk: '/nowhere/desk',
  door: '/nowhere/door',
  files: '/nowhere/files',
};
