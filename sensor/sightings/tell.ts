// What the running sensor does now and then: offer new drafts, renew the pseudonym, send what is due, report its health.
// SPDX-License-Identifier: EUPL-1.2
import { readFindings } from '../state/read-findings.ts'
import { type Chance, chance } from './chance.ts'
import { drafter, isOn, type LeftOut, type TellableFinding } from './draft.ts'
import { centreOf, readEnrolment } from './enrolment.ts'
import { SightingFault } from './fault.ts'
import { type HealthFacts, reportHealth } from './health.ts'
import { withDrafts } from './items.ts'
import { maxDraftAgeMs, maxItems } from './limits.ts'
import { sightingPacks } from './packs.ts'
import { renewPseudonym } from './pseudonyms.ts'
import { type Sent, sendDue } from './send.ts'
import { consentScopes, type SightingState } from './shapes.ts'
import { type SightingStore, sightingStore } from './store.ts'

export interface Told {
  readonly sent: Sent | null
  readonly healthReported: boolean
  /** What did not work now, for the log of the sensor: neither findings nor tokens are in it. */
  readonly faults: readonly SightingFault[]
}

/** Nothing is read, asked or sent where nothing is turned on. Faults of the centre are answered, not thrown. */
export async function tellCentre(
  stateFolder: string,
  health: () => Promise<HealthFacts>,
  now: number,
  draw: Chance = chance,
): Promise<Told> {
  const store = sightingStore(stateFolder)
  const { consent } = await store.read()
  const tells = consentScopes.some((scope) => isOn(consent, scope))
  const enrolment = tells || consent.health ? await readEnrolment(stateFolder) : null
  if (tells) await refreshDrafts(store, stateFolder, now, draw)
  if (enrolment === null) return { sent: null, healthReported: false, faults: [] }
  const centre = centreOf(enrolment)
  const faults: SightingFault[] = []
  const tried = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof SightingFault)) throw error
      faults.push(error)
      return null
    }
  }
  if (tells) await tried(() => renewPseudonym(store, centre, enrolment.token, now, draw))
  const sent = tells ? await tried(() => sendDue(store, centre, now, draw)) : null
  if (sent?.fault) faults.push(sent.fault)
  const reported = await tried(() => reportHealth(store, centre, enrolment.token, health, now, draw))
  return { sent, healthReported: reported === true, faults }
}

export interface Refreshed {
  readonly state: SightingState
  readonly titles: ReadonlyMap<string, string>
  readonly leftOut: LeftOut
}

/** Looks through the findings of the last days; what was told, approved or withdrawn is not offered again. */
export async function refreshDrafts(
  store: SightingStore,
  stateFolder: string,
  now: number,
  draw: Chance = chance,
): Promise<Refreshed> {
  const { consent } = await store.read()
  const since = now - maxDraftAgeMs
  const packs = await sightingPacks(stateFolder, await indicatorIds(readFindings(stateFolder, since)))
  const drafting = drafter({ consent, packs, now })
  for await (const finding of readFindings(stateFolder, since)) drafting.see(finding, finding.count)
  const { drafts, leftOut } = drafting.end()
  const titles = new Map(drafts.map(({ id, title }) => [id, title]))
  const state = await store.change((before) => {
    const items = withDrafts(before.items, drafts, before.consent, now, draw)
    const isSame =
      items.length === before.items.length && items.every((item, at) => item === before.items[at])
    return isSame ? before : { ...before, items }
  })
  return { state, titles, leftOut }
}

async function indicatorIds(findings: AsyncIterable<TellableFinding>): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for await (const { origin, indicatorId } of findings)
    if (origin === 'indicator' && indicatorId !== null && ids.size < maxItems) ids.add(indicatorId)
  return ids
}
