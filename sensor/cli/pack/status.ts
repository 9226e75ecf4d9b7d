// `sensor pack status --state DIR`: which pack is in force, how old it is, and whether news still arrives.
// SPDX-License-Identifier: EUPL-1.2
import { jsonLine, printable } from '../../engine/printable.ts'
import { packStatus } from '../../packs/status.ts'
import { tellLeftOut } from './build.ts'
import { needed, type PackCommand } from './words.ts'

export const packStatusCommand: PackCommand = {
  usage: 'pack status --state DIR [--json]',
  async run(words, output, now) {
    const status = await packStatus(needed(words, 'state', '/var/lib/salus-sensor'), now)
    if (words.is('json')) await output.write(jsonLine(status))
    else {
      for (const line of status.words) await output.write(printable(line, 1_000))
      await tellLeftOut(status.inForce?.leftOut ?? [], output)
    }
    return true
  },
}
