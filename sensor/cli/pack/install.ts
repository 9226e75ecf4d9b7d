// `sensor pack install PATH|URL --state DIR`: verifies, tests and takes a pack into force; the last good one stays otherwise.
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { PackRefusal } from '@salus/standards/packs'
import { type InstallOptions, type InstallOutcome, installPack } from '../../packs/install.ts'
import { openRepository } from '../../packs/repositories/open.ts'
import { packStatus } from '../../packs/status.ts'
import { packsAddress, readEnrolment } from '../../sightings/enrolment.ts'
import { mayAskByName } from '../../sightings/voice.ts'
import type { Output, Words } from '../command.ts'
import { tellLeftOut } from './build.ts'
import { faultLines, needed, onePlace, type PackCommand, tokenOf } from './words.ts'

export const packInstall: PackCommand = {
  usage:
    'pack install PATH|URL --state DIR [--root FILE | --fingerprint HEX] [--token-file FILE]   without PATH: from the centre of `sensor enrol`',
  async run(words, output, now) {
    const state = needed(words, 'state', '/var/lib/salus-sensor')
    const place = await placeIn(words, state)
    const outcome = await installFrom(place, state, words, now)
    if (outcome.outcome === 'refused' || outcome.outcome === 'failed') {
      output.note(
        outcome.outcome === 'refused' ? 'The pack was refused.' : 'The pack could not be installed now.',
      )
      for (const line of faultLines(outcome.fault)) output.note(line)
      for (const line of (await packStatus(state, now)).words) output.note(line)
      return false
    }
    await tellInstalled(outcome, output)
    return true
  },
}

export async function installFrom(
  place: string,
  state: string,
  words: Words,
  now: number,
): Promise<InstallOutcome> {
  try {
    const repository = await openRepository(place, await accessTo(place, state, words, now))
    try {
      return await installPack(repository, state, now, await trustOf(words))
    } finally {
      await repository.close()
    }
  } catch (error) {
    if (error instanceof PackRefusal) return { outcome: 'refused', fault: error.fault }
    throw error
  }
}

/** Without a place it is the centre that the sensor was enrolled with. */
async function placeIn(words: Words, state: string): Promise<string> {
  const enrolment = words.positionals.length > 1 ? null : await readEnrolment(state)
  return enrolment === null
    ? onePlace(words, 'A folder, a .salus-pack file or an address')
    : packsAddress(enrolment)
}

/** The token that the sensor got when it was enrolled goes to the centre that gave it, and nowhere else. */
async function accessTo(place: string, state: string, words: Words, now: number) {
  const token = await tokenOf(words)
  const enrolment = token === null && URL.canParse(place) ? await readEnrolment(state) : null
  if (enrolment === null || new URL(place).href.replace(/\/*$/, '/') !== packsAddress(enrolment))
    return { token }
  if (!(await mayAskByName(state, now)))
    throw new Error(
      'A sighting left a short while ago, or is about to: the token beside it would tell whose it is. Wait for two hours, let the running sensor fetch the pack by itself, or name a file.',
    )
  return { token: enrolment.token, authorities: enrolment.authorities }
}

export async function trustOf(words: Words): Promise<InstallOptions> {
  const [root, fingerprint] = [words.text('root'), words.text('fingerprint')]
  if (root !== null) return { trust: { root: await readFile(root) } }
  return fingerprint === null ? {} : { trust: { fingerprint } }
}

export type Installed = Extract<InstallOutcome, { pack: unknown }>

async function tellInstalled(installed: Installed, output: Output): Promise<void> {
  const { outcome, pack, fetched } = installed
  await output.write(
    outcome === 'installed'
      ? `Pack ${pack.id}, sequence ${pack.sequence}, is in force: ${countsOf(installed)}`
      : `Pack ${pack.id}, sequence ${pack.sequence}, was in force already.`,
  )
  await output.write(`Fetched ${fetched.files} files, ${fetched.bytes} bytes.`)
  await tellLeftOut(pack.leftOut, output)
}

export function countsOf({ pack, unsupported }: Installed): string {
  return `${pack.rules} rules (${pack.tested} tested, ${pack.untested.length} public ones untested), ${unsupported} unsupported, ${pack.leftOut.length} left out.`
}
