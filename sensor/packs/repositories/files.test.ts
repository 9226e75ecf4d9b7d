// Tests of repositories as folders and as one file: links, growing files, foreign names, cut-off sticks.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { PackRefusal, writeContainer } from '@salus/standards/packs'
import { folderRepository } from './folder.ts'
import { openRepository } from './open.ts'
import { RepositoryOutage } from './outage.ts'

const folder = mkdtempSync(join(tmpdir(), 'salus-repository-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('a folder gives files of packs only, whole, within the limit, and follows no link', async (context) => {
  writeFileSync(join(folder, 'timestamp.json'), '12345')
  writeFileSync(join(folder, 'secret'), 'x')
  mkdirSync(join(folder, '1.root.json'))
  const repository = folderRepository(folder)
  assert.equal(Buffer.from((await repository.read('timestamp.json', 5)) ?? '').toString(), '12345')
  await assert.rejects(repository.read('timestamp.json', 4), PackRefusal)
  for (const name of ['secret', '../secret', `${folder}/secret`, '2.root.json'])
    assert.equal(await repository.read(name, 100), null)
  if (process.platform === 'win32') return context.skip('links need rights on Windows')
  symlinkSync(join(folder, 'secret'), join(folder, '3.root.json'))
  await assert.rejects(repository.read('3.root.json', 100), RepositoryOutage)
  await assert.rejects(repository.read('1.root.json', 100_000), RepositoryOutage)
})

test('one file gives the same, a cut-off one is refused, and what is not there is said', async () => {
  const path = join(folder, 'x.salus-pack')
  const whole = Buffer.concat([...writeContainer([['timestamp.json', Buffer.from('12345')]])])
  writeFileSync(path, whole)
  const repository = await openRepository(path, { token: null })
  assert.equal(Buffer.from((await repository.read('timestamp.json', 5)) ?? '').toString(), '12345')
  assert.equal(await repository.read('1.root.json', 5), null)
  await repository.close()
  writeFileSync(path, whole.subarray(0, whole.length - 1))
  await assert.rejects(openRepository(path, { token: null }), /not copied to its end/)
  await assert.rejects(
    openRepository(join(folder, 'nothing'), { token: null }),
    /Name an address, a folder or/,
  )
})
