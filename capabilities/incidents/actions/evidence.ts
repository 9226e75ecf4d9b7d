// Takes evidence in, hands it out, and writes down each hand that it was in.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { Access } from '../access.ts'
import { evidenceMissing, evidenceTooLarge, incidentUnknown } from '../contract/refusals.ts'
import { type CustodyEntry, findFile, insertCustody, insertFile } from '../store/evidence.ts'
import { caseOf, inRoom, noteInJournal, type RoomContext } from './room.ts'

const bytesPerMegabyte = 1024 * 1024
export const maxEvidenceMegabytes = 25

export interface GivenFile {
  readonly fileName: string
  readonly content: Buffer
  readonly takenFrom: string
  readonly takenAt: Date
}

/** Returns its SHA-256, for the label on the medium that it came from. */
export async function addEvidence(
  context: Pick<RoomContext, 'database'>,
  access: Access,
  given: GivenFile,
  now: Date,
): Promise<string> {
  const { content } = given
  if (content.length === 0) throw evidenceMissing()
  if (content.length > maxEvidenceMegabytes * bytesPerMegabyte) throw evidenceTooLarge(maxEvidenceMegabytes)
  const sha256 = hashOf(content)
  return inRoom(context, access, now, async (room) => {
    const fileId = await insertFile(room.scope, caseOf(room), {
      ...given,
      size: content.length,
      sha256,
      ...room.by,
    })
    await insertCustody(room.scope, access.organisationId, {
      fileId,
      action: 'received',
      toWhom: null,
      sha256,
      ...room.by,
    })
    await noteInJournal(room, 'evidence-added', { fileId, sha256 })
    return sha256
  })
}

/** Reading it is an entry in its chain too; the hash is taken anew each time. */
export function openEvidence(
  context: Pick<RoomContext, 'database'>,
  access: Access,
  fileId: number,
  now: Date,
): Promise<{ readonly fileName: string; readonly content: Buffer; readonly isIntact: boolean }> {
  return inRoom(
    context,
    access,
    now,
    async (room) => {
      const file = await findFile(room.scope, caseOf(room), fileId)
      if (!file) throw incidentUnknown(fileId)
      const sha256 = hashOf(file.content)
      const entry: CustodyEntry = { fileId, action: 'opened', toWhom: null, sha256, ...room.by }
      await insertCustody(room.scope, access.organisationId, entry)
      return { fileName: file.fileName, content: file.content, isIntact: sha256 === file.sha256 }
    },
    { write: false },
  )
}

export function handOverEvidence(
  context: Pick<RoomContext, 'database'>,
  access: Access,
  { fileId, toWhom }: { readonly fileId: number; readonly toWhom: string },
  now: Date,
): Promise<void> {
  return inRoom(
    context,
    access,
    now,
    async (room) => {
      const file = await findFile(room.scope, caseOf(room), fileId)
      if (!file) throw incidentUnknown(fileId)
      await insertCustody(room.scope, access.organisationId, {
        fileId,
        action: 'handed-over',
        toWhom,
        sha256: hashOf(file.content),
        ...room.by,
      })
      await noteInJournal(room, 'evidence-handed-over', { fileId })
    },
    { write: true, closed: true },
  )
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
