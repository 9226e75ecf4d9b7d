// `sensor enrol --centre URL --code CODE --state DIR`: makes this sensor one of a hospital that the centre knows.
// SPDX-License-Identifier: EUPL-1.2
import { readFile, stat } from 'node:fs/promises'
import { printable } from '../engine/printable.ts'
import { centreAddress, centreAt } from '../sightings/centre.ts'
import { enrol } from '../sightings/enrolment.ts'
import { SightingFault } from '../sightings/fault.ts'
import { maxAuthoritiesBytes } from '../sightings/limits.ts'
import { consentScopes } from '../sightings/shapes.ts'
import { sightingStore } from '../sightings/store.ts'
import { type Command, placeOptions, UsageFault } from './command.ts'
import { stateIn } from './sightings/words.ts'

export const enrolCommand: Command = {
  name: 'enrol',
  usage: '--centre URL --code CODE --state DIR [--authorities FILE] [--again]',
  options: {
    ...placeOptions,
    centre: { type: 'string' },
    code: { type: 'string' },
    authorities: { type: 'string' },
    again: { type: 'boolean' },
  },
  async run(words, output) {
    const [address, code] = [words.text('centre'), words.text('code')]
    if (address === null || code === null)
      throw new UsageFault('--centre and --code are needed, as the centre gave them.')
    if (words.positionals.length > 0) throw new UsageFault(`What is "${words.positionals[0]}"?`)
    const authorities = await authoritiesIn(words.text('authorities'))
    const centre = centreAt(centreAddress(address), authorities)
    const state = await stateIn(words)
    const { sensorId } = await enrol(state, centre, {
      code,
      now: Date.now(),
      authorities,
      again: words.is('again'),
    })
    await output.write(`Enrolled with ${printable(centre.url.host)} as sensor ${sensorId}.`)
    const { consent } = await sightingStore(state).read()
    const isSilent = consent.health === null && consentScopes.every((scope) => consent.on[scope] === null)
    await output.write(
      isSilent
        ? 'Nothing is sent yet: sightings and health reports are off until you turn them on.'
        : 'What was turned on before is on for this centre too: sensor sightings status shows it, sensor sightings off ends it.',
    )
    return 'whole'
  },
}

/** PEM; a file without a certificate would leave nobody trusted. */
async function authoritiesIn(path: string | null): Promise<string | null> {
  if (path === null) return null
  const text = (await stat(path)).size <= maxAuthoritiesBytes ? await readFile(path, 'utf8') : ''
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text
  throw new SightingFault(
    'sightings/file',
    `${printable(path, 500)} holds no certificate in PEM, or is longer than ${maxAuthoritiesBytes} bytes.`,
    'Name the file of the authority that the centre gave you.',
  )
}
