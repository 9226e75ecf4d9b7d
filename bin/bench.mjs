// `npm run bench -- NAME …`: the benchmarks, one entry each in quality/bench/.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { install, installIn, project, runTypeScript, say, sensorFlags } from './prepare.mjs'

const entries = {
  'early-warning': 'quality/bench/early-warning.ts',
  crash: 'quality/bench/crash.ts',
  sensor: 'quality/bench/sensor.ts',
}
const [name, ...words] = process.argv.slice(2)
if (!Object.hasOwn(entries, name ?? '')) {
  say(`Which benchmark? npm run bench -- ${Object.keys(entries).join(' | ')}`)
  process.exit(2)
}
install()
// What the sensor is compared with is large, and nothing else needs it.
if (name === 'sensor') installIn(join(project, 'quality', 'bench', 'sensor', 'rivals'))
runTypeScript(entries[name], words, { nodeFlags: ['--expose-gc', ...sensorFlags] })
