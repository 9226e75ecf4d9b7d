// Tests of what a viewer of CSAF documents owes: the preferred score of each product, and warnings of extensions.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import fc from 'fast-check'
import { csafDocument } from './builders.ts'
import { readDocument } from './document.ts'
import { unreadExtensionsOf } from './extensions.ts'
import { metricsOf } from './metrics.ts'

const high = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
const high30 = high.replace('3.1', '3.0')
const low = 'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N'
const newest = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'

const metric = (vectors: Readonly<Record<string, string>>, products: readonly string[], source?: string) => ({
  content: Object.fromEntries(
    Object.entries(vectors).map(([key, vectorString]) => [key, { vectorString, baseScore: 1 }]),
  ),
  products,
  ...(source ? { source } : {}),
})
const shown = (...metrics: readonly object[]) =>
  metricsOf({ vulnerabilities: [{ metrics }] })[0]?.map(({ score, source, products }) => [
    score?.cvssVector,
    source,
    products,
  ])

test("the author's own score is preferred, also where another states a higher one", () => {
  const other = 'https://other.example/'
  assert.deepEqual(shown(metric({ cvss_v3: high }, ['P1', 'P2'], other), metric({ cvss_v3: low }, ['P1'])), [
    [low, null, 1],
    [high, other, 1],
  ])
})

test('of several scores of one author the highest counts, of equal ones the newest version', () => {
  assert.deepEqual(shown(metric({ cvss_v3: low }, ['P1']), metric({ cvss_v3: high }, ['P1'])), [
    [high, null, 1],
    [low, null, 0],
  ])
  assert.deepEqual(shown(metric({ cvss_v3: high30 }, ['P1']), metric({ cvss_v3: high }, ['P1']))?.[0], [
    high,
    null,
    1,
  ])
  assert.equal(shown(metric({ cvss_v3: high, cvss_v4: newest }, ['P1']))?.[0]?.[0], high)
})

test('the vector counts where it contradicts the score beside it', () => {
  const [[one] = []] = metricsOf({
    vulnerabilities: [
      {
        scores: [metric({ cvss_v3: high }, ['P1']).content].map((content) => ({
          ...content,
          products: ['P1'],
        })),
      },
    ],
  })
  assert.deepEqual(one?.score, { version: '3.1', baseScore: 9.8, cvssVector: high })
})

test('a rating in words is shown only where the products have no CVSS', () => {
  const rating = { content: { qualitative_severity_rating: 'low' }, products: ['P1', 'P2'] }
  const [metrics = []] = metricsOf({
    vulnerabilities: [{ metrics: [rating, metric({ cvss_v3: high }, ['P1'])] }],
  })
  assert.deepEqual(
    metrics.map(({ score, rating: word, products }) => [score?.baseScore, word, products]),
    [
      [9.8, null, 1],
      [undefined, 'low', 1],
    ],
  )
})

test('extensions that are essential or significant are counted wherever they stand, others are not', () => {
  const extension = (category: string) => ({
    $schema: 'https://x.example/a_1.0.0.json',
    category,
    content: { x_extensions: [{ category: 'essential' }] },
  })
  const document = {
    document: { x_extensions: [extension('essential'), extension('supplementary')] },
    product_tree: { branches: [{ product: { x_extensions: [extension('significant')] } }] },
    vulnerabilities: [{ metrics: [{ content: { x_extensions: [extension('essential')] } }] }],
  }
  assert.deepEqual(unreadExtensionsOf(document), { essential: 2, significant: 1 })
})

test('no address that a document names is asked while it is read', async () => {
  let requests = 0
  const server = createServer((_request, response) => {
    requests += 1
    response.end('{}')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // A server that listens on TCP has such an address.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/schema.json`
  const extension = { $schema: url, category: 'essential', critical: false, content: { a: 1 } }
  const plain = csafDocument({ references: [url] })
  const document = { $schema: url, ...plain, document: { ...plain.document, x_extensions: [extension] } }
  const read = await readDocument({
    name: 'a.json',
    bytes: Buffer.from(JSON.stringify(document)),
    source: 'test',
  })
  await new Promise((done) => server.close(done))
  assert.equal(read.kind, 'advisory')
  assert.ok(
    read.faults.some(({ code }) => code === 'advisory/unread-extension'),
    'and it is warned of',
  )
  assert.equal(requests, 0)
})

test('no JSON makes them throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      metricsOf(value)
      metricsOf({ vulnerabilities: [{ metrics: [value], scores: value }] })
      unreadExtensionsOf(value)
    }),
  )
})
