// What a draft says now: the map of its duty filled from the ledger, held against everything that was told in the case.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { EngineScope, MemberScope } from '../../../../platform/database/database.ts'
import { contactsOf, findOrganisation, type Organisation } from '../../../organisations/index.ts'
import { filingUnknown } from '../../contract/refusals.ts'
import { foldLedger } from '../../fact.ts'
import type { FactKey } from '../../fact-keys.ts'
import { canonicalJson } from '../../filings/canonical.ts'
import { type Finding, findContradictions, type Statement } from '../../filings/contradictions.ts'
import { fieldsOf } from '../../filings/field-map.ts'
import { isFrozen } from '../../filings/filing.ts'
import {
  contentOf,
  type FilingContent,
  type FilingNote,
  factsTold,
  readContent,
} from '../../filings/frozen.ts'
import { knownFactsOf } from '../../filings/ledger-facts.ts'
import { type AppliedMap, mapFor } from '../../filings/maps.ts'
import { type RenderedFiling, renderFiling } from '../../filings/render.ts'
import { openFindings, settlementKey } from '../../filings/settlement.ts'
import type { KnownFacts } from '../../filings/value.ts'
import type { Incident } from '../../incident.ts'
import { type Filing, selectFilings } from '../../store/filings.ts'
import { selectFacts } from '../../store/room.ts'
import { organisationValues } from './receivers.ts'

export interface Draft {
  readonly organisation: Organisation
  readonly map: AppliedMap
  readonly rendered: RenderedFiling
  readonly findings: readonly Finding[]
  /** What waits for a person before anything is sent. */
  readonly open: readonly Finding[]
  readonly notes: readonly FilingNote[]
  readonly content: FilingContent
  /** SHA-256 of the content as it is now: what was looked at is what is sent, or nothing is. */
  readonly seen: string
}

type DraftScope = MemberScope | EngineScope

export async function draftOf(
  scope: DraftScope,
  incident: Pick<Incident, 'organisationId' | 'id' | 'realm'>,
  filing: Filing,
  now: Date,
): Promise<Draft> {
  const on = { organisationId: incident.organisationId, incidentId: incident.id }
  const organisation = await findOrganisation(scope, incident.organisationId)
  const map = organisation && mapFor(filing.duty, organisation.country, now)
  if (!organisation || !map) throw filingUnknown(filing.id)
  const facts = knownFactsOf(foldLedger(await selectFacts(scope, on)))
  const contacts = await contactsOf(scope, [incident.organisationId])
  const rendered = renderFiling(map, facts, organisationValues(organisation, contacts, now), now)
  const statements = statementsOf(await selectFilings(scope, on), filing.id)
  const findings = findingsOf(filing, map, facts, statements)
  const notes = notesOf(filing, findings)
  const isExercise = incident.realm === 'exercise'
  const content = contentOf({ map, rendered, notes, isExercise, sending: null })
  const seen = createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex')
  const open = openFindings(findings, new Set(Object.keys(filing.settlements)))
  return { organisation, map, rendered, findings, open, notes, content, seen }
}

function findingsOf(
  { authority }: Filing,
  map: AppliedMap,
  facts: KnownFacts,
  statements: readonly Statement[],
): readonly Finding[] {
  const asked = fieldsOf(map).flatMap((field): readonly FactKey[] => ('fact' in field ? [field.fact] : []))
  // What the draft does not ask for it does not say.
  const said = Object.fromEntries(Object.entries(facts).filter(([key]) => asked.some((one) => one === key)))
  return findContradictions({ authority, chain: map.chain, facts: said, asked }, statements)
}

/** Everything that left the house and may have arrived. */
export function statementsOf(filings: readonly Filing[], except: number): readonly Statement[] {
  return filings.flatMap((filing) => {
    const { id, state, content, voidAt, sentAt, sendingAt, authority, receiptNumber } = filing
    const at = sentAt ?? sendingAt
    if (id === except || !isFrozen(state) || content === null || voidAt || !at) return []
    const told = readContent(content)
    return [
      {
        filingId: String(id),
        authority,
        chain: told.chain,
        sentAt: at.toISOString(),
        receipt: receiptNumber,
        facts: factsTold(told),
      },
    ]
  })
}

/** The sentences that go with facts, as long as the two values they explain are still those. */
function notesOf({ settlements }: Filing, findings: readonly Finding[]): readonly FilingNote[] {
  const current = new Set(findings.map(settlementKey))
  const texts = new Map<FactKey, Set<string>>()
  for (const [pair, { key, way, reason }] of Object.entries(settlements))
    if (current.has(pair) && (way === 'use-draft' || way === 'both-right'))
      texts.set(key, (texts.get(key) ?? new Set()).add(reason))
  return [...texts].flatMap(([key, reasons]) => [...reasons].map((text) => ({ key, text })))
}
