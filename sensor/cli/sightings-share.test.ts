// Tests of `sensor sightings share` and `join`: what is said at each step, and what refuses.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type FakeCentre, fakeCentre, temporaryFolder, token } from '../sightings/builders.ts'
import { centreAddress, centreAt } from '../sightings/centre.ts'
import { enrol } from '../sightings/enrolment.ts'
import { SightingFault } from '../sightings/fault.ts'
import { sightingStore } from '../sightings/store.ts'
import { UsageFault, wordsFor } from './command.ts'
import { sightingsCommand } from './sightings.ts'

const day = 86_400_000
let centre: FakeCentre
let folder = ''
let remove = async () => {}
const state = (name: string) => join(folder, name)

before(async () => {
  centre = await fakeCentre()
  const [from, until] = [-day, 29 * day].map((at) => new Date(Date.now() + at).toISOString()) as [
    string,
    string,
  ]
  centre.epoch = { ...centre.epoch, from, until }
  ;({ folder, remove } = await temporaryFolder())
  for (const name of ['one', 'two'])
    await enrol(state(name), centreAt(centreAddress(centre.url)), { code: 'ABCD-EFGH', now: Date.now() })
  writeFileSync(state('passphrase'), 'three blue boats\n')
  writeFileSync(state('short'), 'boats\n')
})
after(async () => {
  await centre.close()
  await remove()
})

async function run(name: string, ...words: readonly string[]) {
  const lines: string[] = []
  const output = {
    async write(line: string) {
      lines.push(line)
    },
    note: (line: string) => void lines.push(line),
  }
  const given = wordsFor(sightingsCommand.options, [...words, '--state', state(name)])
  await sightingsCommand.run(given, output, () => AbortSignal.abort())
  const text = lines.join('\n')
  assert.ok(!text.includes(token), 'the token is never printed')
  return text
}
const faulty = (pattern: RegExp) => (error: unknown) =>
  error instanceof SightingFault && pattern.test(error.message)

test('one shares what it has, the other joins, and both say so', async () => {
  const locked = ['--passphrase-file', state('passphrase')]
  await assert.rejects(run('one', 'share', state('file'), ...locked), faulty(/There is no pseudonym for now/))
  await run('one', 'send')
  await assert.rejects(run('one', 'share'), UsageFault)
  await assert.rejects(run('one', 'share', state('file')), UsageFault)
  await assert.rejects(
    run('one', 'share', state('file'), '--passphrase-file', state('short')),
    faulty(/shorter than 12/),
  )
  assert.match(await run('one', 'share', state('file'), ...locked), /is written\. At each other sensor/)
  if (process.platform !== 'win32') assert.equal(statSync(state('file')).mode & 0o077, 0)
  const { pseudonyms } = await sightingStore(state('one')).read()
  assert.ok(!readFileSync(state('file'), 'utf8').includes(pseudonyms[0]?.pseudonym ?? '-'))
  await assert.rejects(run('one', 'share', state('file'), ...locked), faulty(/is there already/))

  await assert.rejects(run('two', 'send'), faulty(/Another sensor of this hospital has its pseudonym/))
  assert.match(await run('two', 'status'), /tells the centre of no sighting until/)
  assert.match(
    await run('two', 'join', state('file'), ...locked),
    /tells under the pseudonym of its hospital/,
  )
  const [one, two] = [await run('one', 'status'), await run('two', 'status')]
  const keyOf = (text: string) => /epoch 12: its key is ([0-9a-f ]{39})/.exec(text)?.[1]
  assert.ok(keyOf(one))
  assert.equal(keyOf(one), keyOf(two))
  for (const text of [one, two]) assert.match(text, /shared with other sensors of this hospital/)
  const status = JSON.parse(await run('two', 'status', '--json'))
  assert.deepEqual([status.epoch.epoch, status.epoch.isShared, status.epoch.elsewhereUntil], [12, true, null])
  writeFileSync(state('large'), 'x'.repeat(70_000))
  await assert.rejects(run('two', 'join', state('large'), ...locked), /is larger than 65536 bytes/)
  if (process.platform !== 'win32')
    await assert.rejects(run('two', 'join', '/dev/zero', ...locked), /is no file/)
  rmSync(state('file'))
})
