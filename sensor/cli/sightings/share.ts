// `sensor sightings share|join`: several sensors of one hospital tell under one pseudonym.
// SPDX-License-Identifier: EUPL-1.2
import { printable } from '../../engine/printable.ts'
import { readGivenFile } from '../../run/given-file.ts'
import { centreAddress } from '../../sightings/centre.ts'
import { requireEnrolment } from '../../sightings/enrolment.ts'
import { writeNew } from '../../sightings/files.ts'
import { maxShareBytes } from '../../sightings/limits.ts'
import { joined, locked, requirePassphrase, sharedOf, unlocked, withHouseKey } from '../../sightings/share.ts'
import { sightingStore } from '../../sightings/store.ts'
import { UsageFault, type Words } from '../command.ts'
import { passphraseIn } from '../passphrase.ts'
import { type SightingCommand, stateIn } from './words.ts'

export const shareCommand: SightingCommand = {
  usage: 'sightings share FILE --passphrase-file FILE --state DIR',
  async run(words, output, now) {
    const { file, passphrase, folder, centre } = await sharedWith(words)
    const state = await sightingStore(folder).change((before) => withHouseKey(before, now))
    await writeNew(file, locked(sharedOf(state, centre, now), passphrase))
    await output.write(
      `${printable(file, 500)} is written. At each other sensor of this hospital: sensor sightings join FILE --passphrase-file FILE --state DIR.`,
    )
    await output.write(
      'Whoever opens it can speak as this hospital: carry the passphrase another way, and delete the file when all have joined.',
    )
    return true
  },
}

export const joinCommand: SightingCommand = {
  usage: 'sightings join FILE --passphrase-file FILE --state DIR',
  async run(words, output, now) {
    const { file, passphrase, folder, centre } = await sharedWith(words)
    const shared = unlocked(await readGivenFile(file, maxShareBytes), passphrase)
    await sightingStore(folder).change((state) => joined(state, shared, centre, now))
    await output.write(
      'From now on this sensor tells under the pseudonym of its hospital, as the others do. What two of them tell counts once.',
    )
    return true
  },
}

async function sharedWith(words: Words) {
  const [file, ...more] = words.positionals.slice(1)
  if (file === undefined || more.length > 0) throw new UsageFault('One file is needed: sightings share FILE.')
  const passphrase = await passphraseIn(words.text('passphrase-file'))
  if (passphrase === null)
    throw new UsageFault('--passphrase-file is needed: a file with the words that lock what is shared.')
  requirePassphrase(passphrase)
  const folder = await stateIn(words)
  return { file, passphrase, folder, centre: centreAddress((await requireEnrolment(folder)).centre) }
}
