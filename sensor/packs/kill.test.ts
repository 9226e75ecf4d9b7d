// Tests that an installation that is killed at any step leaves the last good pack in force, and that a later one goes on.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { repositoryInMemory } from '@salus/standards/packs'
import { goodRules, packSource, packStart, packWorld } from './builders.ts'
import { currentPack } from './current.ts'
import { installPack } from './install.ts'

const folder = mkdtempSync(join(tmpdir(), 'salus-kill-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const child = join(import.meta.dirname, 'install-child.ts')

test('kill -9 at any step', { timeout: 300_000 }, async () => {
  const { publisher, publish } = packWorld()
  const first = join(folder, 'first')
  await publish(packSource(goodRules(10)))
  const trust = { root: publisher.firstRoot() }
  await installPack(repositoryInMemory(publisher.files), first, packStart, { trust })
  publisher.rotate(['timestamp', 'snapshot'], packStart)
  await publish(packSource(goodRules(11)))
  const repository = join(folder, 'repository')
  cpSync(first, repository, { recursive: true })
  for (const [name, bytes] of publisher.files) writeFileSync(join(repository, name), bytes)
  const steps: string[] = []
  const whole = join(folder, 'whole')
  cpSync(first, whole, { recursive: true })
  await installPack(repositoryInMemory(publisher.files), whole, packStart, {
    onStep: (step) => steps.push(step),
  })
  assert.deepEqual(new Set(steps).size, steps.length)
  assert.ok(steps.length >= 14, steps.join())
  // Each step is a process of its own: the usual run takes those after which the disk looks different.
  const usual = ['timestamp', 'save compiled.json.gz', 'record', 'switch', 'collect']
  const chosen = process.env.SALUS_ALL_JOURNEYS ? steps : usual
  assert.ok(chosen.every((step) => steps.includes(step)))
  for (const step of chosen) {
    const state = join(folder, step.replaceAll(/[^a-z]/g, '-'))
    cpSync(first, state, { recursive: true })
    const words = ['--import', 'tsx', child, repository, state, step]
    const { signal, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
    assert.equal(signal, 'SIGKILL', `${step}: ${stderr}`)
    const pack = await currentPack(state)
    assert.deepEqual([pack?.sequence, pack?.damage], [step === 'collect' || step === 'end' ? 2 : 1, []], step)
    const again = await installPack(repositoryInMemory(publisher.files), state, packStart)
    assert.ok(again.outcome === 'installed' || again.outcome === 'already-current', step)
    assert.equal((await currentPack(state))?.sequence, 2)
  }
})
