// A start from the compiled form of a pack against a start from YAML, for all public rules, each in a process of its own.
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { repositoryInMemory } from '@salus/standards/packs'
import { z } from 'zod'
import { packSource, packStart, packWorld } from '../../../sensor/packs/builders.ts'
import { installPack } from '../../../sensor/packs/install.ts'
import type { RuleLine } from '../../../sensor/packs/rule-lines.ts'
import { sampleLogs } from '../../../sensor/testing/sample-logs.ts'
import type { AddFigure } from './indicators.ts'

const worker = join(import.meta.dirname, 'pack-worker.ts')
const started = z.object({ rules: z.number(), load: z.number(), index: z.number() })
type Started = z.infer<typeof started>
const rounds = 3

export async function measurePacks(add: AddFigure): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pack-bench-'))
  try {
    const rules = join(folder, 'rules')
    const lines = await publicRules(rules)
    const state = join(folder, 'state')
    const seconds = await install(lines, state)
    add('pack: install of all public rules, of processor time', seconds, 'seconds')
    const yaml: Started[] = []
    const pack: Started[] = []
    for (let round = 0; round < rounds; round++) {
      yaml.push(start('yaml', rules))
      pack.push(start('pack', state))
    }
    if (yaml[0]?.rules !== pack[0]?.rules)
      throw new Error(`YAML gives ${yaml[0]?.rules} rules, the pack ${pack[0]?.rules}.`)
    report(add, yaml, pack)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function report(add: AddFigure, yaml: readonly Started[], pack: readonly Started[]): void {
  const load = (all: readonly Started[]) => median(all.map((one) => one.load))
  const whole = (all: readonly Started[]) => median(all.map((one) => one.load + one.index))
  add('start: rules from YAML, of processor time', load(yaml), 'seconds')
  add('start: rules from a pack, of processor time', load(pack), 'seconds')
  const ratio = load(pack) / load(yaml)
  add('start: rules, pack to YAML', ratio, 'times', 'at most 0.2', ratio <= 0.2)
  add('start: index over the rules, of processor time', median(pack.map((one) => one.index)), 'seconds')
  const all = whole(pack) / whole(yaml)
  add('start: rules and index, pack to YAML', all, 'times', 'at most 0.2', all <= 0.2)
}

async function publicRules(folder: string): Promise<readonly RuleLine[]> {
  const lines: RuleLine[] = []
  for await (const { path, bytes } of sampleLogs('sigma-rules/sigma-rules.tar.gz')) {
    if (!path.startsWith('rules') || !path.endsWith('.yml')) continue
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
    const source = bytes.toString('utf8')
    lines.push({ path: `public/${path}`, author: null, licence: 'DRL-1.1', source, samples: null })
  }
  return lines
}

async function install(lines: readonly RuleLine[], state: string): Promise<number> {
  const { publisher, publish } = packWorld()
  await publish(packSource(lines))
  const before = process.cpuUsage()
  const trust = { root: publisher.firstRoot() }
  const outcome = await installPack(repositoryInMemory(publisher.files), state, packStart, { trust })
  if ('fault' in outcome) throw new Error(outcome.fault.detail)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function start(kind: 'yaml' | 'pack', folder: string): Started {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', worker, kind, folder], {
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr.slice(0, 500))
  return started.parse(JSON.parse(stdout))
}

function median(values: readonly number[]): number {
  return [...values].sort((one, two) => one - two)[Math.floor(values.length / 2)] ?? Number.NaN
}
