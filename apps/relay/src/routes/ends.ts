import { capabilities, deviceMay } from '@leeward/sealed-log/wire';
import type { Hono } from 'hono';
import { endNow } from '../door/ends.ts';
import { emptyAnswer } from '../http/answers.ts';
import { bytesParameter } from '../http/parameters.ts';
import { refuse } from '../http/problem.ts';
import { byDevice } from '../http/signed.ts';
import type { Services } from '../services.ts';

/** Ending a mailbox that was opened for a time, before that time: by whoever may write to it. */
export function endRoutes(app: Hono, services: Services): void {
  app.post(
    '/v1/o/:org/mailboxes/:mailbox/end',
    byDevice(services, 0, async ({ context, organisation, key }) => {
      const mailbox = bytesParameter(context.req.param('mailbox'));
      if (!mailbox.ok) return mailbox;
      const { org, skeleton } = organisation;
      if (!deviceMay(skeleton, key, capabilities.correspondent, skeleton.hashes.length - 1))
        return refuse('not-allowed', { reason: 'no-correspondent' });
      const ended = await endNow(services, org, mailbox.value);
      if (!ended.ok) return ended;
      return ended.value ? emptyAnswer() : refuse('nothing-there');
    }),
  );
}
