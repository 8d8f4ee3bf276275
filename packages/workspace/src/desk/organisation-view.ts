import type { OrganisationState } from '@leeward/domain/organisation/state.ts';
import { emptyOrganisation, foldOrganisation, roleOf } from '@leeward/domain/organisation/state.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { parseEvents } from '@leeward/sealed-log/log/events-json.ts';
import type { OrganisationLink, OrganisationLog } from '@leeward/sealed-log/organisation/log.ts';

/** Folds the sealed parts of an organisation log: the state after each position, because roles are judged there (rule 1). */
export function foldOrganisationLog(log: OrganisationLog): OrganisationState[] {
  const states: OrganisationState[] = [];
  let state = emptyOrganisation;
  for (const link of log.links) {
    state = foldLink(state, link, log);
    states.push(state);
  }
  return states;
}

function foldLink(state: OrganisationState, link: OrganisationLink, log: OrganisationLog): OrganisationState {
  if (link.verdict !== 'in force' || link.body === null) return state;
  const events = parseEvents(link.body.events);
  const { device, position } = link.read.header;
  const member = log.skeleton.devices.get(toHex(device))?.member ?? '';
  let next = state;
  for (const [index, event] of (events.ok ? events.value : [null]).entries())
    next = foldOrganisation(next, event, {
      entry: toHex(link.read.hash),
      index,
      author: { member, device: toHex(device) },
      claimedTime: link.body.claimedTime,
      // The founder's first entry with a sealed part follows genesis at once: it speaks with genesis' authority.
      position: founding(state, log, link) ? 0 : position,
      role: roleOf(state, member),
      permissions: state.permissions,
    });
  return next;
}

/** Whether this entry is the founder's own, before anybody has a role. */
function founding(state: OrganisationState, log: OrganisationLog, link: OrganisationLink): boolean {
  const founder = log.links[0]?.read.header.device;
  return (
    founder !== undefined && state.members.size === 0 && toHex(link.read.header.device) === toHex(founder)
  );
}
