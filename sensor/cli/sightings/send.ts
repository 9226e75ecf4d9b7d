// `sensor sightings send`: sends now what is approved and due, or writes it for a stick.
// SPDX-License-Identifier: EUPL-1.2
import { printable } from '../../engine/printable.ts'
import { chance } from '../../sightings/chance.ts'
import { centreOf, requireEnrolment } from '../../sightings/enrolment.ts'
import { SightingFault } from '../../sightings/fault.ts'
import {
  currentPseudonym,
  elsewhereUntil,
  renewPseudonym,
  tellsElsewhere,
} from '../../sightings/pseudonyms.ts'
import { sendDue, writeForStick } from '../../sightings/send.ts'
import { type SightingStore, sightingStore } from '../../sightings/store.ts'
import type { Output } from '../command.ts'
import { type SightingCommand, stateIn } from './words.ts'

export const sendCommand: SightingCommand = {
  usage: 'sightings send --state DIR [--offline FILE]',
  async run(words, output, now) {
    const folder = await stateIn(words)
    const store = sightingStore(folder)
    const file = words.text('offline')
    if (file !== null) return writeOffline(store, file, output, now)
    const enrolment = await requireEnrolment(folder)
    const centre = centreOf(enrolment)
    await renewPseudonym(store, centre, enrolment.token, now, chance)
    const { told, declined, givenUp, fault } = await sendDue(store, centre, now, chance)
    await output.write(`${told} received by the centre, ${declined} declined, ${givenUp} given up.`)
    const state = await store.read()
    const elsewhere = elsewhereUntil(state, now)
    if (elsewhere !== null) output.note(tellsElsewhere(elsewhere).message)
    const waiting = state.items.filter(({ state }) => state === 'queued' || state === 'attempted').length
    if (waiting > 0) await output.write(`${waiting} wait for their time, which chance has set.`)
    if (fault) output.note(fault.message)
    return fault === null
  },
}

async function writeOffline(
  store: SightingStore,
  file: string,
  output: Output,
  now: number,
): Promise<boolean> {
  const { pseudonyms } = await store.read()
  if (currentPseudonym(pseudonyms, now) === null)
    throw new SightingFault(
      'sightings/epoch',
      'There is no pseudonym for now, without which the centre takes no message.',
      'Let this sensor reach the centre once: `sensor sightings send`. The pseudonym then holds for the whole epoch.',
    )
  const { written, left } = await writeForStick(store, file, now, chance)
  if (written === 0) await output.write('Nothing is approved, so nothing was written.')
  else
    await output.write(
      `${written} sightings were written to ${printable(file, 500)}. From any machine: curl --json @FILE CENTRE/api/v1/sightings`,
    )
  if (left > 0) await output.write(`${left} more are approved: run it again with another file.`)
  return true
}
