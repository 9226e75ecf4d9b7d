// Tests of `sensor enrol` and `sensor sightings` in a process of their own, against a centre on a real socket.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { sensorApi, sightingsMessage } from '@salus/standards/sightings'
import {
  type FakeCentre,
  fakeCentre,
  finding,
  hourMs,
  temporaryFolder,
  token,
  withFindings,
  withPack,
} from '../sightings/builders.ts'
import { UsageFault, wordsFor } from './command.ts'
import { enrolCommand } from './enrol.ts'
import { sightingsCommand } from './sightings.ts'

const day = 86_400_000

describe('sightings on the command line', () => {
  let centre: FakeCentre
  let folder = ''
  let remove = async () => {}
  before(async () => {
    centre = await fakeCentre()
    const now = Date.now()
    const [from, until] = [now - day, now + 29 * day].map((at) => new Date(at).toISOString()) as [
      string,
      string,
    ]
    centre.epoch = { ...centre.epoch, from, until }
    ;({ folder, remove } = await temporaryFolder())
    await withPack(folder)
    const time = new Date(now - 3 * hourMs).toISOString()
    await withFindings(folder, [finding({ time }), finding({ time, assetClass: 'pacs' })], now)
  })
  after(async () => {
    await centre.close()
    await remove()
  })

  /** As `sensor.ts` runs a command, without a process of its own for each. */
  async function run(name: string, ...rest: readonly string[]) {
    const command = name === 'enrol' ? enrolCommand : sightingsCommand
    let [stdout, stderr] = ['', '']
    const output = {
      async write(line: string) {
        stdout += `${line}\n`
      },
      note(line: string) {
        stderr += `${line}\n`
      },
    }
    let status = 0
    try {
      const words = wordsFor(command.options, [...rest, '--state', folder])
      status = (await command.run(words, output, () => AbortSignal.abort())) === 'whole' ? 0 : 1
    } catch (error) {
      status = error instanceof UsageFault ? 2 : 1
      output.note(String(error))
    }
    assert.equal(`${stdout}${stderr}`.includes(token), false, 'the token is never printed')
    return { status, stdout, stderr }
  }

  test('from enrolment to a message on a stick, each step says what it did', async () => {
    const enrolled = await run('enrol', '--centre', centre.url, '--code', 'ABCD-EFGH')
    assert.equal(enrolled.status, 0, enrolled.stderr)
    assert.match(enrolled.stdout, /Nothing is sent yet/)

    const off = await run('sightings', 'preview', '--language', 'en')
    assert.match(off.stdout, /^Nothing leaves this hospital/)

    const nameless = await run('sightings', 'on', 'rules')
    assert.deepEqual([nameless.status, /--by NAME is needed/.test(nameless.stderr)], [2, true])
    assert.equal((await run('sightings', 'on', 'rules', '--by', 'Dr Invented')).status, 0)

    const preview = JSON.parse((await run('sightings', 'preview', '--json')).stdout)
    assert.equal(preview.items.length, 2)
    assert.equal(preview.to.address, `POST ${centre.url}${sensorApi.sightings.path}`)
    const german = await run('sightings', 'preview', '--language', 'de')
    assert.match(german.stdout, /^Sichtungen, die auf Ihre Freigabe warten: 2/)
    for (const { bytes } of preview.items) assert.ok(german.stdout.includes(bytes))

    const [{ id }, other] = preview.items
    const wrong = await run('sightings', 'approve', 'ffffffffff', '--by', 'Dr Invented')
    assert.deepEqual([wrong.status, /no sighting "ffffffffff"/.test(wrong.stderr)], [1, true])
    const approve = await run('sightings', 'approve', id, '--by', 'Dr Invented', '--outcome', 'blocked')
    assert.match(approve.stdout, /Approved: items\. 1 sightings changed/)

    const sent = await run('sightings', 'send')
    assert.match(sent.stdout, /0 received[\s\S]*1 wait for their time/)
    assert.equal(centre.taken.length, 0)

    const file = join(folder, 'message.json')
    assert.match((await run('sightings', 'send', '--offline', file)).stdout, /1 sightings were written/)
    const { sightings } = sightingsMessage.parse(JSON.parse(readFileSync(file, 'utf8')))
    assert.deepEqual(
      sightings.map((one) => JSON.stringify(one)),
      [preview.items[0].bytes.replace('"unknown"', '"blocked"')],
    )

    const revoke = await run('sightings', 'revoke', other.id, '--by', 'Dr Invented')
    assert.match(revoke.stdout, /Withdrawn: items\. 1 sightings changed[\s\S]*1 sightings have left before/)
    const { consent, items } = JSON.parse((await run('sightings', 'status', '--json')).stdout)
    assert.deepEqual(items, { carried: 1, withdrawn: 1 })
    assert.equal(consent.history.length, 3)
    const again = await run('enrol', '--centre', centre.url, '--code', 'ABCD-EFGH', '--again')
    assert.match(again.stdout, /What was turned on before is on for this centre too/)
  })

  test('words that are not understood are told with what is', async () => {
    for (const [words, pattern] of [
      [['sightings', 'tell'], /sightings status, sightings preview/],
      [['sightings', 'on', 'everything', '--by', 'x'], /rules, indicators, privacy, health/],
      [['sightings', 'approve', '--by', 'x'], /Which sightings\?/],
      [['enrol', '--centre', centre.url], /--centre and --code are needed/],
    ] as const) {
      const [name, ...rest] = words
      const { status, stderr } = await run(name, ...rest)
      assert.deepEqual([status, pattern.test(stderr)], [2, true], stderr)
    }
  })

  test('the sensor knows both commands', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), join(import.meta.dirname, 'sensor.ts'), 'help'],
      { encoding: 'utf8' },
    )
    assert.equal(status, 0)
    assert.match(stdout, /sensor enrol --centre[\s\S]*sensor sightings status/)
  })
})
