// `sensor sightings status|preview`: what is decided, and exactly what would leave.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { jsonLine, printable } from '../../engine/printable.ts'
import { isOn } from '../../sightings/draft.ts'
import { centreOf, readEnrolment } from '../../sightings/enrolment.ts'
import { previewJson, previewLines } from '../../sightings/preview.ts'
import { currentPseudonym, elsewhereUntil, tellsElsewhere } from '../../sightings/pseudonyms.ts'
import {
  type Consent,
  consentScopes,
  type Given,
  itemStates,
  type SightingState,
} from '../../sightings/shapes.ts'
import { sightingStore } from '../../sightings/store.ts'
import { refreshDrafts } from '../../sightings/tell.ts'
import { languageIn } from '../language.ts'
import { type SightingCommand, stateIn } from './words.ts'

export const statusCommand: SightingCommand = {
  usage: 'sightings status --state DIR [--json]',
  async run(words, output, now) {
    const folder = await stateIn(words)
    const state = await sightingStore(folder).read()
    const enrolment = await readEnrolment(folder)
    const centre = enrolment?.centre ?? null
    if (words.is('json')) {
      const epoch = epochOf(state, now)
      await output.write(jsonLine({ centre, consent: state.consent, items: countsOf(state), epoch }))
      return true
    }
    await output.write(
      centre === null ? 'This sensor belongs to no centre.' : `Centre: ${printable(centre, 500)}`,
    )
    for (const line of [...switchLines(state.consent), ...epochLines(state, now)]) await output.write(line)
    for (const [name, count] of Object.entries(countsOf(state))) await output.write(`${name}: ${count}`)
    return true
  },
}

export const previewCommand: SightingCommand = {
  usage: 'sightings preview --state DIR [--language en|de|fr|it] [--json]',
  async run(words, output, now) {
    const language = languageIn(words)
    const folder = await stateIn(words)
    const enrolment = await readEnrolment(folder)
    const facts = {
      ...(await refreshDrafts(sightingStore(folder), folder, now)),
      centre: enrolment && centreOf(enrolment),
      now,
    }
    if (words.is('json')) await output.write(previewJson(facts))
    else for (const line of previewLines(facts, language)) await output.write(line)
    return true
  },
}

/** The key of an epoch is one for all: two hospitals that compare it find out a centre that would know them apart by it. */
function epochOf(state: SightingState, now: number) {
  const pseudonym = currentPseudonym(state.pseudonyms, now)
  const key = pseudonym && createHash('sha256').update(pseudonym.publicKey, 'base64url').digest('hex')
  return {
    epoch: pseudonym?.epoch ?? null,
    key: key?.slice(0, 32).replaceAll(/(.{4})(?=.)/g, '$1 ') ?? null,
    isShared: state.houseKey !== null,
    elsewhereUntil: elsewhereUntil(state, now),
  }
}

function epochLines(state: SightingState, now: number): readonly string[] {
  const { epoch, key, isShared, elsewhereUntil: until } = epochOf(state, now)
  return [
    ...(epoch === null
      ? []
      : [
          `epoch ${epoch}: its key is ${key}, the same in every hospital; compare it with another by telephone`,
        ]),
    ...(isShared ? ['The pseudonym is shared with other sensors of this hospital.'] : []),
    ...(until === null ? [] : [tellsElsewhere(until).message]),
  ]
}

function switchLines(consent: Consent): readonly string[] {
  return [
    ...consentScopes.flatMap((scope) => [
      `${scope}: ${givenText(consent.on[scope])}${consent.on[scope] && !isOn(consent, scope) ? ', but rules are off' : ''}`,
      ...(consent.standing[scope] ? [`  standing consent ${givenText(consent.standing[scope])}`] : []),
    ]),
    `health: ${givenText(consent.health)}`,
  ]
}

function givenText(given: Given | null): string {
  return given === null
    ? 'off'
    : `on, by ${printable(given.by)} on ${new Date(given.at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function countsOf({ items }: SightingState): Readonly<Record<string, number>> {
  return Object.fromEntries(
    itemStates.flatMap((name) => {
      const count = items.filter(({ state }) => state === name).length
      return count > 0 ? [[name, count]] : []
    }),
  )
}
