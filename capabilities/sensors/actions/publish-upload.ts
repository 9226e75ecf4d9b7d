// Publishes the one file that an administrator sends from the browser.
// SPDX-License-Identifier: EUPL-1.2

import { openContainer } from '@salus/standards/packs'
import type { Context } from '../../../platform/context.ts'
import { refuse } from '../contract/problems.ts'
import type { Acting } from './acting.ts'
import { type PublishedPack, publishPack } from './publish-pack.ts'

export async function publishUpload(
  context: Pick<Context, 'database'>,
  by: Pick<Acting, 'actor' | 'name'>,
  content: Uint8Array,
  now: Date,
): Promise<PublishedPack> {
  const opened = await openContainer({
    size: content.length,
    read: async (at, length) => content.subarray(at, at + length),
  })
  if (opened.outcome === 'refused')
    throw refuse({
      code: 'sensors/no-pack-file',
      status: 422,
      title: 'This is no pack',
      detail: `The file is no .salus-pack that can be read. ${opened.faults[0].detail}`,
      remedy: 'Choose the file that "sensor pack" wrote, and send it again.',
    })
  return publishPack(context, by, opened.value, now)
}
