// One start of the sensor's engine, from a folder of YAML or from an installed pack; prints its processor time.
// SPDX-License-Identifier: EUPL-1.2
import { detectorOf } from '../../../sensor/engine/detector.ts'
import { currentPack } from '../../../sensor/packs/current.ts'
import { loadRules } from '../../../sensor/sigma/folder.ts'

const [kind = '', folder = ''] = process.argv.slice(2)

async function main(): Promise<void> {
  const before = process.cpuUsage()
  const rules = kind === 'pack' ? (await currentPack(folder))?.rules : (await loadRules([folder])).rules
  if (!rules) throw new Error('There is no pack.')
  const load = secondsSince(before)
  const middle = process.cpuUsage()
  detectorOf(rules)
  process.stdout.write(JSON.stringify({ rules: rules.length, load, index: secondsSince(middle) }))
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

await main()
