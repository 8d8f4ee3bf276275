/** What `npm start` says once the relay answers. */
export function greeting(url: (app: 'desk' | 'door' | 'files') => string, token: string | null): string {
  const addresses = `
Leeward is running on this machine.

  The desk, where a team works:        ${url('desk')}
  The door, where people ask for help: ${url('door')}
`;
  const founding =
    token === null
      ? ''
      : `
There is no organisation here yet. To found one, open the desk and enter this one-time token:

  ${token}
`;
  return `${addresses}${founding}
Ctrl-C stops it. What was written stays.
`;
}
