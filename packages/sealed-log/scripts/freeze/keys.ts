import type { Bytes } from '../../src/crypto/bytes.ts';
import { sha256 } from '../../src/crypto/hash.ts';
import { memberKeysFrom } from '../../src/keys/device.ts';
import {
  appendKeyOf,
  contentKeyOf,
  dummyWrap,
  epochCommitment,
  wrapEpochBefore,
  wrapForPublicKey,
  wrapForTeam,
} from '../../src/keys/epoch.ts';
import {
  organisationContentKey,
  sealTeamSecret,
  teamCommitment,
  teamSealingPair,
  teamTag,
  wrapPrevious,
} from '../../src/keys/team.ts';

const fill = (byte: number, length = 32): Bytes => new Uint8Array(length).fill(byte);

/** Derivations from fixed inputs, and what was sealed under them with salts of its own. */
export async function keys() {
  const secret = { wrapKey: fill(1), privateWrapKey: fill(2), root: fill(3) };
  const context = { org: fill(4), team: fill(5, 16), generation: 7 };
  const member = await memberKeysFrom(fill(6, 16), fill(7));
  const place = { org: fill(4), record: fill(8), prev: fill(9) };
  const epochKey = fill(10);
  const commitment = await teamCommitment(secret, context);
  const sealing = (await teamSealingPair(secret, context)).publicKey;
  const before = { wrapKey: fill(11), privateWrapKey: fill(12), root: fill(13) };
  return {
    inputs: { secret, before, context, member: { id: member.id, seed: member.seed }, place, epochKey },
    derived: {
      memberSealing: await sha256(member.sealingKey),
      teamCommitment: commitment,
      teamSealing: await sha256(sealing),
      organisationContentKey: await organisationContentKey(secret, context),
      epochCommitment: await epochCommitment(epochKey, place),
      contentKey: await contentKeyOf(epochKey),
      appendKey: await appendKeyOf(epochKey),
      teamTag: await teamTag(secret, context, await epochCommitment(epochKey, place)),
      dummy: await dummyWrap(epochKey, place, 3),
    },
    sealed: {
      grant: await sealTeamSecret(secret, commitment, context, member),
      previous: await wrapPrevious(secret, context, before),
      epochBefore: await wrapEpochBefore(epochKey, place, fill(14), fill(15)),
      forTeam: await wrapForTeam(epochKey, place, secret, context, true),
      forTeamPrivately: await wrapForTeam(epochKey, place, secret, context, false),
      forMember: await wrapForPublicKey(epochKey, place, member.sealingKey),
    },
  };
}
