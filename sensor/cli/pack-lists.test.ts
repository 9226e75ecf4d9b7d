// Tests of `sensor pack` from lists to a pack in force: what the build says, and a sensor that fetches with its own token.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sensorApi } from '@salus/standards/sightings'
import { openIndicatorSet } from '../indicators/set/open.ts'
import { currentPack } from '../packs/current.ts'
import { fakeCentre, token } from '../sightings/builders.ts'
import { centreAddress, centreAt } from '../sightings/centre.ts'
import { turnedOn } from '../sightings/consent.ts'
import { enrol } from '../sightings/enrolment.ts'
import { sightingStore } from '../sightings/store.ts'
import { wordsFor } from './command.ts'
import { packCommand } from './pack.ts'

const folder = mkdtempSync(join(tmpdir(), 'salus-pack-lists-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const place = (...names: readonly string[]) => join(folder, ...names)

async function pack(...words: readonly string[]) {
  const lines: string[] = []
  const write = async (line: string) => {
    lines.push(line)
  }
  const stop = () => new AbortController().signal
  const output = { write, note: (line: string) => void lines.push(line) }
  const end = await packCommand.run(wordsFor(packCommand.options, words), output, stop)
  return { end, text: lines.join('\n') }
}

test('a pack is built of lists and our own rules, and says of each list what became of it', async () => {
  mkdirSync(place('source', 'indicators'), { recursive: true })
  writeFileSync(
    place('source', 'pack.json'),
    JSON.stringify({
      id: 'tannau-base',
      title: { en: 'Base', de: 'Grund', fr: 'Base', it: 'Base' },
      publisher: 'CERT Tannau',
      validUntil: '2030-01-01T00:00:00Z',
      lists: [{ path: '', source: 'CERT Tannau', licence: 'CC0-1.0', sightings: true }],
    }),
  )
  writeFileSync(
    place('source', 'indicators', 'sector.csv'),
    'value,tlp\nevil[.]example,green\nco.uk,green\nsecret.example,red\nevil.example,\nu\u202egnp.example,\n',
  )
  const built = await pack('build', place('source'), '--out', place('repository'), '--health')
  assert.equal(built.end, 'whole', built.text)
  assert.match(built.text, /sector\.csv: 3 can be looked up, 2 cannot/)
  assert.match(
    built.text,
    /1 came more than once[\s\S]*1 are TLP:RED[\s\S]*Sightings may be sent of 1 of 1 lists/,
  )
  assert.match(built.text, /tannau-base, sequence 1: \d\d+ rules/)
  assert.ok(!built.text.includes('\u202e'), 'no sign that turns the direction reaches the terminal')
})

test('a sensor that is enrolled fetches from its centre by its own token, and gives it to nobody else', async () => {
  await pack('keys', '--out', place('keys'))
  await pack('sign', place('repository'), '--keys', place('keys'))
  const [centre, stranger] = [await fakeCentre(), await fakeCentre()]
  const serve = (at: typeof centre) => {
    at.intercept = ({ path }, response) => {
      if (!path.startsWith(sensorApi.packs.path)) return false
      try {
        response.end(readFileSync(place('repository', path.slice(sensorApi.packs.path.length))))
      } catch {
        response.writeHead(404).end()
      }
      return true
    }
  }
  serve(centre)
  serve(stranger)
  try {
    await enrol(place('state'), centreAt(centreAddress(centre.url)), { code: 'ABCD-EFGH', now: Date.now() })
    const root = ['--root', place('keys', '1.root.json')]
    const installed = await pack('install', '--state', place('state'), ...root)
    assert.match(installed.text, /tannau-base, sequence 1, is in force/)
    const asked = centre.received.filter(({ path }) => path.startsWith(sensorApi.packs.path))
    assert.ok(asked.length > 4)
    for (const { rawHeaders } of asked) assert.ok(rawHeaders.includes(`Bearer ${token}`))
    const inForce = await currentPack(place('state'))
    assert.equal(openIndicatorSet(inForce?.indicators ?? new Uint8Array()).size, 1)
    const elsewhere = await pack(
      'install',
      `${stranger.url}${sensorApi.packs.path}`,
      '--state',
      place('state'),
    )
    assert.match(elsewhere.text, /in force already/)
    assert.ok(!stranger.bytes().includes(token))

    centre.received.length = 0
    const at = Date.now()
    await sightingStore(place('state')).change((state) => ({
      ...turnedOn(state, 'rules', { by: 'Dr Invented', at }),
      spoke: { as: 12, until: at + 600_000 },
    }))
    await assert.rejects(pack('install', '--state', place('state')), /A sighting left a short while ago/)
    assert.deepEqual(centre.received, [], 'nothing bears its token beside a sighting')
  } finally {
    await centre.close()
    await stranger.close()
  }
})
