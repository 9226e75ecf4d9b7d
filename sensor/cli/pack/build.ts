// `sensor pack build DIR --out REPOSITORY`: makes the files of a pack and tests every rule; signing is another step.
// SPDX-License-Identifier: EUPL-1.2
import { nextSequence, PackRefusal } from '@salus/standards/packs'
import { printable } from '../../engine/printable.ts'
import { buildPack } from '../../packs/build.ts'
import { readPublished, writeDraft } from '../../packs/published.ts'
import type { LeftOut } from '../../packs/self-test.ts'
import { readSource } from '../../packs/source.ts'
import type { Output } from '../command.ts'
import { faultLines, needed, onePlace, type PackCommand } from './words.ts'

export const packBuild: PackCommand = {
  usage: 'pack build DIR --out REPOSITORY',
  async run(words, output) {
    const folder = onePlace(words, 'The folder that the pack is made of')
    const repository = needed(words, 'out', 'repository')
    const sequence = nextSequence(await readPublished(repository))
    try {
      const { targets, manifest, checked } = await buildPack(await readSource(folder), sequence)
      const bytes = [...targets.values()].reduce((sum, part) => sum + part.length, 0)
      await output.write(
        `${manifest.id}, sequence ${sequence}: ${checked.rules} rules (${checked.tested} tested, ${checked.untested.length} public ones untested), ${checked.unsupported} unsupported, ${targets.size} files, ${bytes} bytes.`,
      )
      await tellLeftOut(checked.leftOut, output)
      // A sensor would leave them out and run the rest; whoever makes the pack mends them first.
      if (checked.leftOut.length > 0) {
        output.note('Nothing was written. Mend these rules or their samples, then build again.')
        return false
      }
      await writeDraft(repository, targets)
      output.note(`Now sign it: sensor pack sign ${repository} --keys DIR.`)
      return true
    } catch (error) {
      if (!(error instanceof PackRefusal)) throw error
      for (const line of faultLines(error.fault)) output.note(line)
      return false
    }
  },
}

const maxTold = 50

export async function tellLeftOut(leftOut: readonly LeftOut[], output: Output): Promise<void> {
  for (const { ruleId, path, because } of leftOut.slice(0, maxTold))
    await output.write(
      `  left out: ${printable(ruleId, 80)} ${printable(path, 200)}: ${printable(because, 300)}`,
    )
  if (leftOut.length > maxTold) await output.write(`  and ${leftOut.length - maxTold} more.`)
}
