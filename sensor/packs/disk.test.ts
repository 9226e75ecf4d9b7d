// Tests of packs on the disk: damage, a full disk, two installations at once, what can be read there.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type PackRepository, repositoryInMemory } from '@salus/standards/packs'
import { goodRules, indicatorSet, installedWorld, packSource, packStart } from './builders.ts'
import { currentPack } from './current.ts'
import { installPack } from './install.ts'
import { packStatus } from './status.ts'

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function stateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'salus-packs-'))
  folders.push(folder)
  return folder
}

const installed = () => installedWorld(stateFolder())

test('two older packs are kept, and one is in force again where the newest is damaged on the disk', async () => {
  const { publish, install, state, inForce } = await installed()
  for (const count of [11, 12, 13, 14]) {
    await publish(packSource(goodRules(count)))
    await install()
  }
  assert.deepEqual((await packStatus(state, packStart)).kept, [4, 3])
  const parts = join(state, 'packs', 'parts')
  // Of each pack manifest, rules, compiled rules, and what this sensor starts from.
  assert.equal(readdirSync(parts).length, 12)
  const { record } = (await currentPack(state)) ?? assert.fail()
  writeFileSync(join(parts, record.compiled.sha256), 'damaged')
  const pack = await currentPack(state)
  assert.equal(pack?.sequence, 4)
  assert.match(pack?.damage.join() ?? '', /Pack 5 is damaged on the disk .*Install the pack again/)
  assert.equal(await install(), 'already-current 5')
  assert.equal(await inForce(), 5)
})

test('one installation at a time: a second one is told to wait', async () => {
  const { publisher, state, publish } = await installed()
  await publish(packSource(goodRules(11)))
  let inner: unknown = null
  const repository: PackRepository = {
    async read(name, maxBytes) {
      inner ??= await installPack(repositoryInMemory(publisher.files), state, packStart)
      return repositoryInMemory(publisher.files).read(name, maxBytes)
    },
  }
  assert.equal((await installPack(repository, state, packStart)).outcome, 'installed')
  assert.equal((inner as { fault?: { code: string } }).fault?.code, 'packs/busy')
})

test('a full disk is a fault of the disk and not of the pack, and a later installation goes on', async (context) => {
  if (process.platform === 'win32')
    return context.skip('Windows has no limit of file sizes to stand in for a full disk')
  const { publisher, publish, state, install, inForce } = await installed()
  await publish(packSource(goodRules(11), { others: new Map([['indicators.bin', indicatorSet(8_000)]]) }))
  const repository = stateFolder()
  for (const [name, bytes] of publisher.files) writeFileSync(join(repository, name), bytes)
  const child = join(import.meta.dirname, 'install-child.ts')
  // Writing beyond 64 KiB fails as on a disk without room.
  const script = `trap '' XFSZ; ulimit -f 64; exec "$0" --import tsx "$1" "$2" "$3" none`
  const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, child, repository, state], {
    encoding: 'utf8',
    env: { ...process.env, TSX_DISABLE_CACHE: '1' },
  })
  assert.match(stdout, /failed packs\/storage/, stderr)
  assert.equal(await inForce(), 1)
  assert.ok(!readdirSync(join(state, 'packs', 'parts')).some((name) => name.endsWith('.new')))
  assert.equal(await install(), 'installed 2')
})

test('nothing of a rule can be read in what lies on the disk', async () => {
  const { state } = await installed()
  const parts = join(state, 'packs', 'parts')
  assert.ok(existsSync(parts))
  const names = readdirSync(parts)
  assert.equal(names.length, 4)
  for (const name of names) assert.ok(!readFileSync(join(parts, name)).includes('CommandLine'))
})
