// `sensor sightings on|off|approve|revoke`: the decisions of a hospital about what leaves it.
// SPDX-License-Identifier: EUPL-1.2
import { chance } from '../../sightings/chance.ts'
import {
  itemsApproved,
  itemsWithdrawn,
  standingGiven,
  standingRevoked,
  turnedOff,
  turnedOn,
} from '../../sightings/consent.ts'
import type { SightingState } from '../../sightings/shapes.ts'
import { sightingStore } from '../../sightings/store.ts'
import type { Output, Words } from '../command.ts'
import {
  choiceIn,
  givenIn,
  outcomeIn,
  type SightingCommand,
  scopeIn,
  scopeOrHealthIn,
  stateIn,
} from './words.ts'

export const onCommand: SightingCommand = {
  usage: 'sightings on rules|indicators|privacy|health --by NAME --state DIR',
  async run(words, output, now) {
    const [scope, given] = [scopeOrHealthIn(words), givenIn(words, now)]
    return decided(words, output, (state) => turnedOn(state, scope, given))
  },
}

export const offCommand: SightingCommand = {
  usage: 'sightings off rules|indicators|privacy|health --by NAME --state DIR',
  async run(words, output, now) {
    const [scope, given] = [scopeOrHealthIn(words), givenIn(words, now)]
    return decided(words, output, (state) => turnedOff(state, scope, given))
  },
}

export const approveCommand: SightingCommand = {
  usage:
    'sightings approve ITEM… | --rule ID | --standing rules|indicators  --by NAME --state DIR [--outcome OUTCOME]',
  async run(words, output, now) {
    const given = givenIn(words, now)
    const standing = words.text('standing')
    if (standing !== null) {
      const scope = scopeIn(standing)
      return decided(words, output, (state) => standingGiven(state, scope, given, chance))
    }
    const [choice, outcome] = [choiceIn(words), outcomeIn(words)]
    return decided(words, output, (state) => itemsApproved(state, choice, given, chance, outcome))
  },
}

export const revokeCommand: SightingCommand = {
  usage: 'sightings revoke ITEM… | --rule ID | --standing rules|indicators  --by NAME --state DIR',
  async run(words, output, now) {
    const given = givenIn(words, now)
    const standing = words.text('standing')
    if (standing !== null) {
      const scope = scopeIn(standing)
      return decided(words, output, (state) => standingRevoked(state, scope, given))
    }
    const choice = choiceIn(words)
    return decided(words, output, (state) => itemsWithdrawn(state, choice, given))
  },
}

/** Says what the decision did, and what it could no longer do. */
async function decided(
  words: Words,
  output: Output,
  decide: (state: SightingState) => SightingState,
): Promise<boolean> {
  const { consent, items } = await sightingStore(await stateIn(words)).change(decide)
  const last = consent.history.at(-1)
  if (last) await output.write(`${effects[last.what]} ${last.of}. ${last.count} sightings changed by it.`)
  const sent = items.filter(({ state }) => state === 'told' || state === 'carried').length
  if ((last?.what === 'withdrawn' || last?.what === 'off' || last?.what === 'standing-off') && sent > 0)
    await output.write(`${sent} sightings have left before; they cannot be called back.`)
  return true
}

const effects = {
  on: 'Turned on:',
  off: 'Turned off:',
  standing: 'Standing consent given for',
  'standing-off': 'Standing consent taken back for',
  approved: 'Approved:',
  withdrawn: 'Withdrawn:',
} as const
