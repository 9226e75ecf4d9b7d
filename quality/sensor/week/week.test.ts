// The invented hospital week: the same for a seed everywhere, and what the sensor finds in a small one.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { casesOf } from './cases/all.ts'
import { misuseKinds } from './cases/case.ts'
import { generateWeek, type Week } from './generate.ts'
import { type MeasuredWeek, senseAndJudge, shownLevels } from './measure.ts'
import { randomOf } from './random.ts'
import { smallWeek } from './size.ts'
import { ordinaryHour } from './work/hour.ts'
import { worldOf } from './world/world.ts'
import { auditEventR4 } from './write/fhir.ts'

const seed = 11

function digestOf(seed: number): string {
  const world = worldOf(smallWeek, seed)
  const digest = createHash('sha256')
  ordinaryHour(world, 9).forEach((access, at) => {
    digest.update(auditEventR4(access, at))
  })
  return digest
    .update(JSON.stringify(casesOf(world).cases))
    .digest('hex')
    .slice(0, 16)
}

describe('a hospital week', () => {
  const folder = mkdtemp(join(tmpdir(), 'salus-week-'))
  const week: Promise<Week> = folder.then((path) => generateWeek(smallWeek, seed, path))
  const measured = async (withContext: boolean): Promise<MeasuredWeek> =>
    senseAndJudge(await week, { seed, withContext, levels: shownLevels, generatedSeconds: 0 })
  const asItIs = measured(true)
  after(async () => rm(await folder, { recursive: true, force: true }))

  test('chance with a seed gives the numbers that it gives on every machine', () => {
    const random = randomOf(1, 'numbers')
    assert.deepEqual(
      Array.from({ length: 6 }, () => random.below(1_000)),
      [876, 779, 314, 818, 269, 24],
    )
  })

  test('a seed makes the same week again, and another seed another one', () => {
    const first = digestOf(5)
    assert.equal(digestOf(5), first)
    assert.notEqual(digestOf(6), first)
  })

  test('every kind of misuse is planted, and each planted access stands in its line', async () => {
    const { cases, places, logs } = await week
    for (const kind of misuseKinds)
      assert.ok(
        cases.some((one) => one.kind === kind),
        kind,
      )
    for (const { number, kind, users, accesses } of cases) {
      const found = [...(places.get(number) ?? [])]
      assert.ok(found.length >= accesses, `${kind} has ${accesses} accesses and ${found.length} places`)
      const [file = '', line = ''] = found[0]?.split(':') ?? []
      const text = (await readFile(join(logs, file), 'utf8')).split('\n')[Number(line) - 1] ?? ''
      if (!file.endsWith('archive.log'))
        assert.ok(
          users.some((user) => text.includes(user)),
          `${file}:${line} of ${kind}`,
        )
    }
  })

  test('the sensor reads every line that was written', async () => {
    const { sensor } = await asItIs
    assert.equal(sensor.events, (await week).lines)
    assert.deepEqual([sensor.broken, sensor.late, sensor.forgotten], [0, 0, 0])
  })

  test('the sensor finds planted misuse and shows little beside it', async () => {
    const { recall, kinds, falseFlags, accesses } = await asItIs
    const missed = Object.values(kinds).flatMap((kind) => kind.missed)
    assert.ok(recall >= 0.85, `recall ${recall}; missed: ${missed.join(' ')}`)
    assert.ok(falseFlags <= 4, `${falseFlags} flags without misuse on ${accesses} accesses`)
  })

  test('the same rules without the extracts are worse', async () => {
    const [withIt, without] = [await asItIs, await measured(false)]
    assert.ok(without.recall < withIt.recall - 0.2, `recall ${withIt.recall} with, ${without.recall} without`)
  })
})
