// Tests of the client on real sockets: what leaves, what is refused, and limits of size and time.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, createServer } from 'node:net'
import { after, before, beforeEach, describe, test } from 'node:test'
import { healthAnswer, maxAnswerBytes } from '@salus/standards/sightings'
import { z } from 'zod'
import { authorityIn, opensslAbsent } from '../testing/certificates.ts'
import { type FakeCentre, fakeCentre, temporaryFolder, token } from './builders.ts'
import { asked, centreAddress, centreAt } from './centre.ts'
import { SightingFault } from './fault.ts'

const fault = (code: string, isPassing: boolean, pattern: RegExp) => (error: unknown) => {
  assert.ok(error instanceof SightingFault, String(error))
  assert.deepEqual([error.code, error.isPassing], [code, isPassing], error.message)
  assert.match(error.message, pattern)
  assert.ok(error.remedy.length > 10)
  return true
}

describe('asking the centre', () => {
  let centre: FakeCentre
  before(async () => {
    centre = await fakeCentre()
  })
  after(() => centre.close())
  beforeEach(() => {
    centre.intercept = null
    centre.received.length = 0
  })
  const client = (timeoutMs?: number) => centreAt(centreAddress(centre.url), null, timeoutMs)
  const askHealth = (timeoutMs?: number) => client(timeoutMs).ask(asked.health(token, '{}'), healthAnswer)

  test('only https is taken, and http to this machine', () => {
    for (const good of [
      'https://centre.example',
      'https://centre.example/salus/',
      'http://127.0.0.1:1',
      'http://[::1]/',
    ])
      assert.ok(centreAddress(good))
    for (const wrong of [
      'http://centre.example',
      'http://127.0.0.1.centre.example',
      'ftp://127.0.0.1',
      'https://name:word@centre.example',
      'https://centre.example/?a=b',
      'https://centre.example/#a',
      'centre.example',
    ])
      assert.throws(() => centreAddress(wrong), fault('sightings/address', false, /./), wrong)
  })

  test('a path before the address of the interface is kept', async () => {
    await client().ask(asked.epoch(null), z.unknown())
    await centreAt(centreAddress(`${centre.url}/salus/`))
      .ask(asked.epoch(null), z.unknown())
      .catch(() => null)
    assert.deepEqual(
      centre.received.map(({ path }) => path),
      ['/api/v1/sensors/epoch', '/salus/api/v1/sensors/epoch'],
    )
  })

  test('no header leaves that is not listed, and a sighting bears no token', async () => {
    await askHealth().catch(() => null)
    await client()
      .ask(asked.sightings('{}'), z.unknown())
      .catch(() => null)
    const [health, sightings] = centre.received.map(({ rawHeaders }) =>
      rawHeaders
        .filter((_, index) => index % 2 === 0)
        .map((name) => name.toLowerCase())
        .sort(),
    )
    const own = ['accept', 'connection', 'content-length', 'content-type', 'host']
    assert.deepEqual(health, ['accept', 'authorization', ...own.slice(1)])
    assert.deepEqual(sightings, own)
  })

  test('each question has a connection of its own, so that none is known by the one before', async () => {
    await askHealth().catch(() => null)
    await client()
      .ask(asked.sightings('{}'), z.unknown())
      .catch(() => null)
    const [one, two] = centre.received
    assert.ok(one && two && one.socket !== two.socket)
    assert.equal(two.rawHeaders[two.rawHeaders.findIndex((name) => /^connection$/i.test(name)) + 1], 'close')
  })

  test('the centre is not followed to another address', async () => {
    let wentThere = false
    centre.intercept = ({ path }, response) => {
      wentThere ||= path === '/elsewhere'
      response.writeHead(302, { location: '/elsewhere' }).end()
      return true
    }
    await assert.rejects(askHealth(), fault('sightings/answer', false, /does not follow/))
    assert.equal(wentThere, false)
  })

  test('a refusal is told in the words of the centre, made harmless', async () => {
    centre.intercept = (_, response) => {
      response.writeHead(401, { 'content-type': 'application/problem+json' })
      response.end(JSON.stringify({ detail: 'Unknown\u001b[31m token', remedy: 'Enrol again.' }))
      return true
    }
    await assert.rejects(askHealth(), (error) => {
      fault('sightings/refused', false, /refuses \(401\): Unknown\\u001b\[31m token/)(error)
      assert.equal((error as SightingFault).remedy, 'Enrol again.')
      return true
    })
  })

  test('a server that is busy is asked again when it says so, within bounds', async () => {
    centre.intercept = (_, response) => {
      response.writeHead(503, { 'retry-after': '120' }).end('busy')
      return true
    }
    await assert.rejects(askHealth(), (error) => {
      fault('sightings/refused', true, /503/)(error)
      assert.equal((error as SightingFault).waitMs, 120_000)
      return true
    })
    centre.intercept = (_, response) => {
      response.writeHead(429, { 'retry-after': '999999999999' }).end()
      return true
    }
    await assert.rejects(askHealth(), (error) => (error as SightingFault).waitMs === 0)
  })

  test('an answer that never ends is cut off', async () => {
    let sent = 0
    centre.intercept = (_, response) => {
      const piece = Buffer.alloc(16_384, 0x20)
      const more = () => {
        while (!response.destroyed && sent < 64 * maxAnswerBytes) {
          sent += piece.length
          if (!response.write(piece)) return void response.once('drain', more)
        }
      }
      more()
      return true
    }
    await assert.rejects(askHealth(), fault('sightings/answer', false, /longer than/))
    assert.ok(sent < 64 * maxAnswerBytes)
  })

  test('a server that does not answer is not waited for', async () => {
    centre.intercept = () => true
    await assert.rejects(
      askHealth(100),
      fault('sightings/unreachable', true, /did not answer within 0.1 seconds/),
    )
  })

  test('a connection that breaks in the middle of the answer is a fault that passes', async () => {
    centre.intercept = (_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"taken":')
      response.socket?.destroy()
      return true
    }
    await assert.rejects(askHealth(), fault('sightings/unreachable', true, /cannot be reached/))
  })

  test('what is no answer of a centre is not taken for one', async () => {
    for (const body of ['<html>', '{}', '{"taken":true,"more":1}', '']) {
      centre.intercept = (_, response) => {
        response.writeHead(200).end(body)
        return true
      }
      await assert.rejects(askHealth(), fault('sightings/answer', false, /not an answer of a centre/), body)
    }
  })

  test('bytes that are no HTTP, and a port where nobody listens, are faults that pass', async () => {
    const rude = createServer((socket) => socket.resume().end('hello\r\n\r\n'))
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
    const { port } = rude.address() as AddressInfo
    const there = centreAt(centreAddress(`http://127.0.0.1:${port}`))
    await assert.rejects(
      there.ask(asked.epoch(null), healthAnswer),
      fault('sightings/unreachable', true, /./),
    )
    await new Promise((resolve) => rude.close(resolve))
    await assert.rejects(
      there.ask(asked.epoch(null), healthAnswer),
      fault('sightings/unreachable', true, /ECONNREFUSED/),
    )
  })
})

test('over https a certificate must be trusted, and no TLS session is taken up again', {
  skip: opensslAbsent(),
}, async () => {
  const { folder, remove } = await temporaryFolder()
  const authority = authorityIn(folder, 'centre')
  const own = authority.issue('localhost')
  const pair = { key: readFileSync(own.key), cert: readFileSync(own.certificate) }
  const reused: boolean[] = []
  const server = createHttps(pair, (request, response) => {
    reused.push((request.socket as import('node:tls').TLSSocket).isSessionReused())
    response.end('{"taken":true}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const url = centreAddress(`https://localhost:${(server.address() as AddressInfo).port}`)
    await assert.rejects(
      centreAt(url).ask(asked.health(token, '{}'), healthAnswer),
      fault('sightings/unreachable', true, /certificate is not trusted/),
    )
    const trusting = centreAt(url, readFileSync(authority.certificate, 'utf8'))
    await trusting.ask(asked.health(token, '{}'), healthAnswer)
    await trusting.ask(asked.health(token, '{}'), healthAnswer)
    assert.deepEqual(reused, [false, false])
  } finally {
    server.close()
    await remove()
  }
})
