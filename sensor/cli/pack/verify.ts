// `sensor pack verify PATH|URL`: what a sensor that sees this pack for the first time would say, without installing it.
// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UsageFault } from '../command.ts'
import { tellLeftOut } from './build.ts'
import { countsOf, installFrom } from './install.ts'
import { faultLines, onePlace, type PackCommand } from './words.ts'

export const packVerify: PackCommand = {
  usage: 'pack verify PATH|URL (--root FILE | --fingerprint HEX) [--token-file FILE]',
  async run(words, output, now) {
    const place = onePlace(words, 'A folder, a .salus-pack file or an address')
    if (words.text('root') === null && words.text('fingerprint') === null)
      throw new UsageFault('--root or --fingerprint is needed: whose signature is to be believed?')
    // The same steps into a folder that is thrown away: nothing can differ from a real installation.
    const state = await mkdtemp(join(tmpdir(), 'salus-verify-'))
    try {
      const outcome = await installFrom(place, state, words, now)
      if ('fault' in outcome) {
        output.note('Sensors refuse this pack, or cannot reach it.')
        for (const line of faultLines(outcome.fault)) output.note(line)
        return false
      }
      const { id, sequence, leftOut } = outcome.pack
      await output.write(`Pack ${id}, sequence ${sequence}, is good: ${countsOf(outcome)}`)
      await tellLeftOut(leftOut, output)
      return true
    } finally {
      await rm(state, { recursive: true, force: true })
    }
  },
}
