// `sensor pack build DIR --out REPOSITORY`: makes the files of a pack and tests every rule; signing is another step.
// SPDX-License-Identifier: EUPL-1.2
import { nextSequence, PackRefusal } from '@salus/standards/packs'
import { printable } from '../../engine/printable.ts'
import { buildPack } from '../../packs/build.ts'
import type { PackLists } from '../../packs/lists.ts'
import { readPublished, writeDraft } from '../../packs/published.ts'
import type { LeftOut } from '../../packs/self-test.ts'
import { readSource } from '../../packs/source.ts'
import type { Output } from '../command.ts'
import { linesOfList, reportOf } from '../list-lines.ts'
import { faultLines, needed, onePlace, type PackCommand } from './words.ts'

export const packBuild: PackCommand = {
  usage: 'pack build DIR --out REPOSITORY [--health]',
  async run(words, output) {
    const folder = onePlace(words, 'The folder that the pack is made of')
    const repository = needed(words, 'out', 'repository')
    const sequence = nextSequence(await readPublished(repository))
    try {
      const source = await readSource(folder, { withHealthRules: words.is('health') })
      if (source.lists !== null) for (const line of linesOfLists(source.lists)) await output.write(line)
      const { targets, manifest, checked } = await buildPack(source, sequence)
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

function linesOfLists({ readings, manifest, doubles, warned }: PackLists): readonly string[] {
  const told = manifest.filter(({ sightings }) => sightings).length
  const red = readings.reduce((sum, one) => sum + one.red, 0)
  return [
    ...readings.flatMap((one) => linesOfList(reportOf(one))),
    ...(doubles > 0 ? [`${doubles} came more than once; what holds longest is kept.`] : []),
    ...(red > 0 ? [`${red} are TLP:RED, for those only who were told in person, and are left out.`] : []),
    ...(warned > 0 ? [`${warned} are on a warning list: in the pack, and never told by a sensor.`] : []),
    `Sightings may be sent of ${told} of ${manifest.length} lists.`,
  ]
}

const maxTold = 50

export async function tellLeftOut(leftOut: readonly LeftOut[], output: Output): Promise<void> {
  for (const { ruleId, path, because } of leftOut.slice(0, maxTold))
    await output.write(
      `  left out: ${printable(ruleId, 80)} ${printable(path, 200)}: ${printable(because, 300)}`,
    )
  if (leftOut.length > maxTold) await output.write(`  and ${leftOut.length - maxTold} more.`)
}
