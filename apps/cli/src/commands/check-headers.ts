import type { Config } from '@leeward/relay';
import { type ReleaseSite, releaseSites } from '@leeward/workspace/release/manifest.ts';
import { checkHeaders, describeFinding, type Origins } from '../check/headers.ts';
import { type Command, readOptions, readSettings, type Say } from './command.ts';

export const checkHeadersCommand: Command = {
  name: 'check-headers',
  summary: 'Asks a running server, as a browser would, whether its pages arrive with their protections.',
  usage: '[--desk ADDRESS] [--door ADDRESS] [--files ADDRESS] [--config FILE]',
  run: async (args, say) => {
    const values = readOptions(args, [...releaseSites, 'config'], say);
    if (values === null) return 2;
    const named = releaseSites.flatMap((site) => {
      const address = values[site];
      return address === undefined ? [] : [[site, address] as const];
    });
    const wrong = named.find(([, address]) => !/^https?:\/\/[^/]/.test(address) || !URL.canParse(address));
    if (wrong !== undefined) {
      say(`"${wrong[1]}" is no address; https://${wrong[0]}.example.org would be one.`);
      return 2;
    }
    if (named.length > 0) return check([Object.fromEntries(named)], say);
    const config = readSettings(values, say);
    return config === null ? 2 : check(originsOf(config), say);
  },
};

/** All addresses that are configured: one round for the first of each app, one for the second, and so on. */
function originsOf({ origins, port }: Config): readonly Origins[] {
  const all = (site: ReleaseSite): readonly string[] =>
    origins?.[site] ?? [`http://${site}.localhost:${port}`];
  const rounds = Math.max(...releaseSites.map((site) => all(site).length));
  return Array.from({ length: rounds }, (_, round) =>
    Object.fromEntries(
      releaseSites.flatMap((site) => {
        const origin = all(site)[round];
        return origin === undefined ? [] : [[site, origin] as const];
      }),
    ),
  );
}

async function check(rounds: readonly Origins[], say: Say): Promise<number> {
  let missing = 0;
  for (const origins of rounds) {
    const findings = await checkHeaders(origins);
    missing += findings.length;
    const isComplete = (site: string): boolean => !findings.some((finding) => finding.site === site);
    for (const finding of findings) say(describeFinding(finding));
    for (const [site, origin] of Object.entries(origins))
      if (isComplete(site)) say(`${origin} (${site}) arrives with all its protections.`);
  }
  return missing === 0 ? 0 : 1;
}
