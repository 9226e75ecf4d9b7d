// Tests of asking the centre for newer packs while watching, over real TLS: only where enrolled, with every check, and never twice.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { repositoryInMemory } from '@salus/standards/packs'
import { sensorApi } from '@salus/standards/sightings'
import { goodRules, type PackWorld, packSource, packStart, packWorld } from '../packs/builders.ts'
import { currentPack } from '../packs/current.ts'
import { installPack } from '../packs/install.ts'
import { token } from '../sightings/builders.ts'
import { centreAddress, centreAt } from '../sightings/centre.ts'
import { enrol } from '../sightings/enrolment.ts'
import { statePlaces } from '../state/places.ts'
import { authorityIn, opensslAbsent } from '../testing/certificates.ts'
import { until } from '../testing/until.ts'
import { fetchPacksWhileWatching, type PackUpdates } from './pack-updates.ts'

describe('newer packs while watching', { skip: opensslAbsent() }, () => {
  let root = ''
  let state = ''
  let server: Server
  let authorities = ''
  let address = ''
  let world: PackWorld
  let notes: string[] = []
  let asked: string[] = []
  let answers: 'all' | 'nothing' | 'never' = 'all'
  let updates: PackUpdates | null = null

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'sensor-updates-'))
    state = join(root, 'state')
    notes = []
    asked = []
    answers = 'all'
    world = packWorld()
    await world.publish(packSource(goodRules(5)))
    const authority = authorityIn(root, 'centre')
    authorities = readFileSync(authority.certificate, 'utf8')
    const own = authority.issue('localhost')
    server = createServer({ cert: readFileSync(own.certificate), key: readFileSync(own.key) })
    server.on('request', (request, response) => {
      asked.push(`${request.method} ${request.url}`)
      request.resume()
      if (answers !== 'never') answer(request, response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    // A cast because a server that listens on a port has an address of this kind.
    address = `https://localhost:${(server.address() as AddressInfo).port}`
  })
  const answer = ({ url = '', headers }: IncomingMessage, response: ServerResponse): void => {
    const enrolment = JSON.stringify({ sensorId: '11111111-2222-4333-8444-555555555555', token })
    const isKnown = headers.authorization === `Bearer ${token}`
    const file = isKnown ? world.publisher.files.get(url.slice(sensorApi.packs.path.length)) : undefined
    if (url === sensorApi.enrol.path) response.end(enrolment)
    else if (!isKnown) response.writeHead(401).end()
    else if (answers === 'nothing') response.writeHead(503).end()
    else if (file) response.end(file)
    else response.writeHead(404).end()
  }
  afterEach(async () => {
    await updates?.stop()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    rmSync(root, { recursive: true, force: true })
  })
  const enrolled = () =>
    enrol(state, centreAt(centreAddress(address), authorities), {
      code: 'ABCD-EFGH',
      now: packStart,
      authorities,
    })
  /** As a person did it, who compared the fingerprint. */
  const firstInstalled = () =>
    installPack(repositoryInMemory(world.publisher.files), state, packStart, {
      trust: { root: world.publisher.firstRoot() },
    })
  const watching = (everyMs: number | null = 20) => {
    updates = fetchPacksWhileWatching({
      folder: state,
      note: (text) => notes.push(text),
      clock: () => packStart,
      everyMs,
      draw: () => 0,
    })
  }
  const untilIt = (what: string, holds: () => boolean | Promise<boolean>): Promise<void> =>
    until(what, holds, { said: () => notes.join(' ') })
  const ofPacks = () => asked.filter((one) => one.includes(sensorApi.packs.path))

  test('a newer pack is fetched over TLS of the centre’s own authority, and told once', async () => {
    await enrolled()
    await firstInstalled()
    watching()
    await untilIt('a first look', () => ofPacks().length > 0)
    assert.deepEqual(notes, [])
    await world.publish(packSource(goodRules(6)))
    await untilIt('sequence 2', async () => (await currentPack(state))?.sequence === 2)
    await untilIt(
      'a look after it',
      () => ofPacks().filter((one) => one.endsWith('/timestamp.json')).length > 4,
    )
    assert.deepEqual(notes, ['Pack tannau-base, sequence 2, was fetched from the centre.'])
  })

  test('one that is not of the same centre is refused, and the old one stays', async () => {
    await enrolled()
    await firstInstalled()
    const other = packWorld()
    await other.publish(packSource(goodRules(3)))
    await other.publish(packSource(goodRules(4)))
    world = other
    watching()
    await untilIt('the refusal', () => notes.length > 0)
    assert.match(notes[0] ?? '', /^No newer pack was taken: .*\(packs\/signatures\)/)
    assert.equal((await currentPack(state))?.sequence, 1)
  })

  test('a centre that cannot answer is told once, and it goes on when it can', async () => {
    await enrolled()
    await firstInstalled()
    answers = 'nothing'
    watching()
    await untilIt('several looks', () => ofPacks().length > 3)
    await world.publish(packSource(goodRules(6)))
    answers = 'all'
    await untilIt('sequence 2', async () => (await currentPack(state))?.sequence === 2)
    await untilIt('the note', () => notes.length > 1)
    assert.equal(notes.length, 2)
    assert.match(notes[0] ?? '', /cannot answer now \(status 503\)/)
  })

  test('what the sensor itself cannot read is told once and ends nothing; when it can again, it asks', async () => {
    await enrolled()
    await firstInstalled()
    const { sightings } = statePlaces(state)
    mkdirSync(sightings, { recursive: true })
    writeFileSync(join(sightings, 'sightings.json'), '{')
    watching()
    await untilIt('the note', () => notes.length > 0)
    rmSync(join(sightings, 'sightings.json'))
    await untilIt('a look', () => ofPacks().length > 0)
    assert.equal(notes.length, 1)
    assert.match(notes[0] ?? '', /^No newer pack could be fetched: .*sightings\.json is not JSON/)
  })

  test('the first pack is for a person: without one nothing is fetched, and the command is said', async () => {
    await enrolled()
    watching()
    await untilIt('the note', () => notes.length > 0)
    assert.match(
      notes[0] ?? '',
      /sensor pack install https:\/\/localhost:\d+\/api\/v1\/sensors\/packs\/ --state/,
    )
    assert.deepEqual(ofPacks(), [])
  })

  test('not enrolled, or turned off: nobody is asked', async () => {
    await firstInstalled()
    watching()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await updates?.stop()
    await enrolled()
    asked = []
    watching(null)
    await updates?.stop()
    assert.deepEqual([asked, notes], [[], []])
  })

  test('a stop does not wait for a centre that never answers', async () => {
    await enrolled()
    await firstInstalled()
    answers = 'never'
    watching()
    await untilIt('the question', () => ofPacks().length > 0)
    const stopped = updates?.stop()
    await stopped
    assert.deepEqual(notes, [])
    assert.equal((await currentPack(state))?.sequence, 1)
  })
})
