// The centre takes over a CACAO playbook of others, or learns everything that is wrong with it.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { isShareable, readCacaoBytes, type TlpLevel } from '@salus/standards/cacao'
import type { Fault } from '@salus/standards/fault'
import type { CentreScope } from '../../../platform/database/database.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { fromCacao } from '../from-cacao.ts'
import { insertImported, selectImportedDocument, setOffered } from '../store/imported.ts'
import { keyOfImported } from './find.ts'
import { importKnown, noSuchPlaybook, notShareable } from './refusals.ts'

export interface Person {
  readonly id: number
  readonly name: string
}

export type Imported =
  | { readonly outcome: 'stored'; readonly key: string }
  | { readonly outcome: 'refused'; readonly faults: readonly Fault[] }

export async function importPlaybook(
  scope: CentreScope,
  document: Buffer,
  { offered, person }: { readonly offered: boolean; readonly person: Person },
  now: Date,
): Promise<Imported> {
  const read = readCacaoBytes(document)
  if (read.outcome === 'refused') return { outcome: 'refused', faults: read.faults }
  const made = fromCacao(read.value, 'imported')
  if (made.outcome === 'refused') return { outcome: 'refused', faults: [...made.faults, ...read.warnings] }
  const { tlp, texts } = made.value
  refuseUnshareable(tlp, offered)
  const sha256 = createHash('sha256').update(document).digest()
  const id = await insertImported(scope, {
    cacaoId: read.value.id,
    name: read.value.name.slice(0, maxNameCharacters),
    language: Object.keys(texts)[0] ?? 'und',
    tlp,
    modified: read.value.modified,
    remarks: [...read.warnings, ...made.warnings],
    importedAt: now,
    importedBy: `person:${person.id}`,
    importedByName: person.name,
    ...{ offered, document, sha256 },
  })
  if (id === null) throw importKnown()
  await note(scope, 'playbook.imported', id, person, now, { sha256: sha256.toString('hex'), offered, tlp })
  return { outcome: 'stored', key: keyOfImported(id) }
}

const maxNameCharacters = 500

/** Members may see it and start it, or no longer. */
export async function offerImported(
  scope: CentreScope,
  id: number,
  { offered, person }: { readonly offered: boolean; readonly person: Person },
  now: Date,
): Promise<void> {
  const imported = await selectImportedDocument(scope, id)
  if (!imported) throw noSuchPlaybook(keyOfImported(id))
  refuseUnshareable(imported.tlp, offered)
  await setOffered(scope, id, offered)
  await note(scope, offered ? 'playbook.offered' : 'playbook.kept', id, person, now, {})
}

function refuseUnshareable(tlp: string | null, offered: boolean): void {
  // What was stored came from the reader, which knows these levels only; any other is not shared.
  if (offered && tlp !== null && !isShareable(tlp as TlpLevel)) throw notShareable(tlp)
}

function note(
  scope: CentreScope,
  action: string,
  id: number,
  person: Person,
  at: Date,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const actor = `person:${person.id}`
  return record(scope, {
    organisationId: centreJournal,
    at,
    actor,
    action,
    objectType: 'playbook',
    objectId: id,
    details,
  })
}
