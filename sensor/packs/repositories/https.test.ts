// Tests of reading packs from a real server on loopback: tokens, refusals, endless and slow answers, other hosts.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { PackRefusal } from '@salus/standards/packs'
import { goodRules, packSource, packStart, packWorld } from '../builders.ts'
import { currentPack } from '../current.ts'
import { installPack } from '../install.ts'
import { httpsRepository } from './https.ts'
import { RepositoryOutage } from './outage.ts'

interface Asked {
  readonly path: string
  readonly authorization: string | undefined
}

const servers: Server[] = []
const folder = mkdtempSync(join(tmpdir(), 'salus-https-'))
after(() => {
  for (const server of servers) server.close().closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
})

async function serve(answer: (path: string, response: ServerResponse) => void) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, authorization: request.headers.authorization })
    answer(path, response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A cast because a server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/api/v1/sensors/packs`, asked }
}

describe('a repository over the network', () => {
  test('a pack is installed with the token, and an update after a connection that broke off', async () => {
    const { publisher, publish } = packWorld()
    await publish(packSource(goodRules(5)))
    let breaksOff = ''
    const { address, asked } = await serve((path, response) => {
      const name = path.split('/').at(-1) ?? ''
      const bytes = publisher.files.get(name)
      if (!bytes) {
        response.writeHead(404).end()
        return
      }
      if (breaksOff === '' || !name.endsWith(breaksOff)) {
        response.end(bytes)
        return
      }
      response.writeHead(200, { 'content-length': bytes.length })
      response.write(bytes.subarray(0, 20), () => response.destroy())
    })
    const repository = httpsRepository(address, { token: 'secret' })
    const trust = { root: publisher.firstRoot() }
    assert.equal((await installPack(repository, folder, packStart, { trust })).outcome, 'installed')
    assert.ok(asked.every(({ authorization }) => authorization === 'Bearer secret'))
    assert.ok(asked.every(({ path }) => path.startsWith('/api/v1/sensors/packs/')))
    await publish(packSource(goodRules(6)))
    breaksOff = 'compiled.json.gz'
    const broken = await installPack(repository, folder, packStart)
    assert.equal('fault' in broken && broken.fault.code, 'packs/unreachable')
    assert.equal((await currentPack(folder))?.sequence, 1)
    breaksOff = ''
    asked.length = 0
    assert.equal((await installPack(repository, folder, packStart)).outcome, 'installed')
    // What arrived whole before the break is not fetched again.
    assert.ok(!asked.some(({ path }) => path.endsWith('rules.ndjson.gz')))
    assert.equal((await currentPack(folder))?.sequence, 2)
  })

  test('an endless answer is left at the limit, whether it announces its length or not', async () => {
    let sent = 0
    const { address } = await serve((path, response) => {
      if (path.endsWith('timestamp.json'))
        return response.writeHead(200, { 'content-length': 10 ** 12 }).flushHeaders()
      const more = () => {
        sent += 65_536
        if (!response.destroyed) response.write(Buffer.alloc(65_536, 97), more)
      }
      more()
    })
    const repository = httpsRepository(address, { token: null })
    await assert.rejects(repository.read('1.snapshot.json', 1_000), PackRefusal)
    await assert.rejects(repository.read('timestamp.json', 1_000), PackRefusal)
    assert.ok(sent < 50 * 1024 * 1024, `${sent}`)
  })

  test('a redirect is not followed, so that the token goes to no other host', async () => {
    const other = await serve((_, response) => response.end('x'))
    const { address } = await serve((path, response) =>
      response.writeHead(302, { location: `${other.address}/${path.split('/').at(-1)}` }).end(),
    )
    await assert.rejects(
      httpsRepository(address, { token: 'secret' }).read('timestamp.json', 1_000),
      /wants to send us to another address/,
    )
    assert.deepEqual(other.asked, [])
  })

  test('absent is absent; a refused token, a server in trouble and one that is not there are outages with a remedy', async () => {
    const statuses: Readonly<Record<string, number>> = {
      '1': 404,
      '2': 401,
      '3': 403,
      '4': 503,
      '5': 429,
      '6': 400,
    }
    const { address } = await serve((path, response) =>
      response.writeHead(statuses[path.split('/').at(-1)?.charAt(0) ?? ''] ?? 500).end(),
    )
    const repository = httpsRepository(address, { token: 'secret' })
    assert.equal(await repository.read('1.root.json', 1_000), null)
    for (const [name, remedy] of [
      ['2.root.json', /Enrol/],
      ['3.root.json', /Enrol/],
      ['4.root.json', /tried again/],
      ['5.root.json', /tried again/],
      ['6.root.json', /Check the address/],
    ] as const)
      await assert.rejects(repository.read(name, 1_000), (error) => {
        assert.ok(error instanceof RepositoryOutage)
        assert.match(error.remedy, remedy)
        return true
      })
    const nobody = httpsRepository('http://127.0.0.1:9/', { token: null })
    await assert.rejects(nobody.read('1.root.json', 1_000), /cannot be reached/)
  })

  test('a server that does not answer, or never ends, is left after its time', async () => {
    const { address } = await serve((path, response) => {
      if (path.endsWith('1.root.json')) return
      response.write('{')
    })
    const repository = httpsRepository(address, { token: null, answerMs: 50, fileMs: 50 })
    await assert.rejects(repository.read('1.root.json', 1_000), /took too long/)
    await assert.rejects(repository.read('2.root.json', 1_000), /took too long/)
  })

  test('only https, or http to this machine; only names of packs are asked for', async () => {
    for (const address of [
      'http://centre.example/packs',
      'ftp://localhost/',
      'file:///tmp',
      'http://127.0.0.1.example/',
    ])
      assert.throws(() => httpsRepository(address, { token: null }), /not https/, address)
    for (const address of [
      'https://a:b@centre.example/',
      'https://centre.example/?x=1',
      'https://centre.example/#x',
    ])
      assert.throws(() => httpsRepository(address, { token: null }), /no user name/, address)
    const { address, asked } = await serve((_, response) => response.end('x'))
    const repository = httpsRepository(address, { token: null })
    for (const name of ['../../v1/me', 'x', '/etc/passwd', 'https://other.example/timestamp.json'])
      assert.equal(await repository.read(name, 1_000), null)
    assert.deepEqual(asked, [])
  })
})
