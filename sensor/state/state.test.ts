// Tests of the state folder: one writer, findings that last, checkpoints that are checked, and a disk that is full.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import type { Finding } from '../engine/finding.ts'
import { asTrouble, StorageTrouble } from './durable.ts'
import { StateInUse } from './lock.ts'
import { patientKeyAt } from './patient-key.ts'
import { statePlaces } from './places.ts'
import { readFindings } from './read-findings.ts'
import { openState } from './state.ts'

const now = Date.UTC(2026, 10, 27, 12)
const finding = (ruleId: string): Finding => ({
  origin: 'rule',
  audience: 'it',
  indicatorId: null,
  pack: null,
  ruleId,
  title: ruleId,
  level: 'high',
  time: '2026-11-27T11:00:00.000Z',
  source: 'a.log',
  record: 1,
  reason: 'x',
  author: null,
  licence: null,
  tags: [],
  asset: 'pc-1',
  assetClass: 'workstation',
})
const told = (id: string, at = now) => ({ id, toldAt: new Date(at).toISOString(), finding: finding(id) })

describe('the state folder', () => {
  let folder = ''
  const found = async (since: number | null = null) => {
    const all: string[] = []
    for await (const { id, count } of readFindings(folder, since)) all.push(`${id} ${count}`)
    return all
  }
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'sensor-state-')), 'state')
  })
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

  test('is for its owner only, and so is everything in it', {
    skip: process.platform === 'win32',
  }, async () => {
    const state = await openState(folder)
    await state.append([told('one')], now)
    await state.checkpoint(new Map())
    await patientKeyAt(state.places.patientKey)
    await state.close()
    const { findings, checkpoint, patientKey } = statePlaces(folder)
    for (const path of [folder, findings, checkpoint, patientKey, join(findings, '2026-11-27.ndjson')])
      assert.equal(statSync(path).mode & 0o077, 0, path)
  })

  test('has one writer; a lock of a process that is gone, or whose number another has now, is taken over', async () => {
    const state = await openState(folder)
    await assert.rejects(openState(folder), StateInUse)
    await state.close()
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    for (const holder of [
      { pid: child.pid, startedAt: '1', boot: null },
      { pid: process.pid, startedAt: '1', boot: null },
      { pid: process.pid, startedAt: null, boot: 'another start of the machine' },
    ]) {
      writeFileSync(statePlaces(folder).lock, JSON.stringify(holder))
      await (await openState(folder)).close()
    }
    writeFileSync(statePlaces(folder).lock, '')
    await (await openState(folder)).close()
    // Where the system does not tell when a process began nobody can know; then a person is asked.
    writeFileSync(statePlaces(folder).lock, JSON.stringify({ pid: process.pid, startedAt: null, boot: null }))
    await assert.rejects(openState(folder), /If that process is no sensor, remove the file\./)
  })

  test('gives findings since an instant, each with how often it came', async () => {
    const state = await openState(folder)
    await state.append([told('old', now - 3 * 86_400_000)], now - 3 * 86_400_000)
    await state.append([told('one'), told('two')], now)
    await state.append([{ id: 'one', toldAt: new Date(now).toISOString(), count: 7, lastTime: null }], now)
    await state.close()
    assert.deepEqual(await found(), ['old 1', 'one 7', 'two 1'])
    assert.deepEqual(await found(now - 60_000), ['one 7', 'two 1'])
  })

  test('a line that was cut off by a loss of power is removed, and a half one is not read', async () => {
    const state = await openState(folder)
    await state.append([told('one')], now)
    await state.close()
    appendFileSync(join(folder, 'findings', '2026-11-27.ndjson'), '{"id":"half","findi')
    assert.deepEqual(await found(), ['one 1'])
    const again = await openState(folder)
    await again.append([told('two')], now)
    await again.close()
    assert.deepEqual(await found(), ['one 1', 'two 1'])
  })

  test('what was told after the checkpoint is known at the next start', async () => {
    const state = await openState(folder)
    await state.append([told('before')], now)
    await state.checkpoint(new Map([['positions', { a: 1 }]]))
    await state.append([told('after')], now)
    await state.close()
    const again = await openState(folder)
    assert.deepEqual(again.sections?.get('positions'), { a: 1 })
    assert.deepEqual(
      again.toldSince.map(({ id }) => id),
      ['after'],
    )
    await again.close()
  })

  for (const [what, damage] of [
    ['cut off', (bytes: string) => bytes.slice(0, -20)],
    ['changed', (bytes: string) => bytes.replace('"a":1', '"a":2')],
    ['no JSON', () => 'x'],
  ] as const)
    test(`a checkpoint that is ${what} is set aside and told, and all that was told is known`, async () => {
      const state = await openState(folder)
      await state.append([told('one')], now)
      await state.checkpoint(new Map([['positions', { a: 1 }]]))
      await state.close()
      const path = statePlaces(folder).checkpoint
      writeFileSync(path, damage(readFileSync(path, 'utf8')))
      const again = await openState(folder)
      assert.equal(again.sections, null)
      assert.match(again.fault ?? '', /because it is damaged; it was kept as/)
      // Ids suffice: it may be the findings of years.
      assert.deepEqual(again.toldSince, [
        {
          id: 'one',
          toldAt: '2026-11-27T12:00:00.000Z',
          count: 1,
          lastTime: '2026-11-27T11:00:00.000Z',
        },
      ])
      await again.close()
    })

  test('findings older than they are kept are removed by days', async () => {
    const state = await openState(folder)
    await state.append([told('old', now - 3 * 86_400_000)], now - 3 * 86_400_000)
    await state.append([told('one')], now)
    assert.equal(await state.forgetBefore(now - 86_400_000), 1)
    await state.close()
    assert.deepEqual(await found(), ['one 1'])
  })

  test('where it cannot be written it says so, loses nothing, and goes on when it can', async () => {
    const state = await openState(folder)
    await state.append([told('one')], now)
    renameSync(join(folder, 'findings'), join(folder, 'away'))
    // The next day needs a new file.
    const tomorrow = now + 86_400_000
    await assert.rejects(state.append([told('two', tomorrow)], tomorrow), (error: Error) => {
      assert.ok(error instanceof StorageTrouble)
      assert.match(
        error.message,
        /cannot be written: the folder is gone\. Restore it; the sensor goes on by itself\./,
      )
      return true
    })
    renameSync(join(folder, 'away'), join(folder, 'findings'))
    await state.append([told('two', tomorrow)], tomorrow)
    await state.close()
    assert.deepEqual(await found(), ['one 1', 'two 1'])
  })

  test('a disk that is full holds it back, leaves no half line, and keeps the mark of what is on disk', {
    skip: existsSync('/dev/full') ? false : 'there is no /dev/full here',
  }, async () => {
    const state = await openState(folder)
    await state.append([told('one')], now)
    await state.checkpoint(new Map())
    const tomorrow = now + 86_400_000
    const day = join(folder, 'findings', '2026-11-28.ndjson')
    symlinkSync('/dev/full', day)
    for (let attempt = 0; attempt < 2; attempt++)
      await assert.rejects(state.append([told('two', tomorrow)], tomorrow), /the disk is full\. Make room/)
    rmSync(day)
    await state.close()
    const again = await openState(folder)
    assert.deepEqual(again.toldSince, [])
    await again.append([told('two', tomorrow)], tomorrow)
    await again.close()
    assert.deepEqual(await found(), ['one 1', 'two 1'])
  })

  for (const [code, expected] of [
    ['ENOSPC', /the disk is full\. Make room; the sensor goes on by itself/],
    ['EROFS', /mounted read-only\. Mount it for writing/],
    ['EACCES', /may not write there\. Give it the right/],
  ] as const)
    test(`${code} is told with what to do`, () => {
      const trouble = asTrouble('state', Object.assign(new Error('x'), { code }))
      assert.ok(trouble instanceof StorageTrouble)
      assert.match(trouble.message, expected)
    })

  test('the patient key is made once, also by several at the same time, and others may not read it', async () => {
    const { patientKey } = statePlaces(folder)
    const keys = await Promise.all([1, 2, 3].map(() => patientKeyAt(patientKey)))
    assert.equal(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size, 1)
    assert.equal(keys[0]?.byteLength, 32)
    writeFileSync(patientKey, 'short')
    await assert.rejects(patientKeyAt(patientKey), /not 64 to 256 hexadecimal digits/)
  })
})
