// Tests of writing CPSV-AP: what the profile requires is there, every language is there, and every link leads to something.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PublicService, type ServiceCatalogue, writeCatalogue } from './index.ts'

const words = { en: 'Word', de: 'Wort', fr: 'Mot', it: 'Parola' }

function aService(changes: Partial<PublicService> = {}): PublicService {
  return {
    id: 'help-call',
    title: words,
    description: words,
    authority: { id: 'centre', name: 'Lakeland Health Security Centre', country: 'AT' },
    languages: ['en', 'de'],
    thematicAreas: [{ id: 'respond', label: words }],
    cost: { isFree: true, description: null },
    channel: { id: 'centre', description: words, page: null },
    ...changes,
  }
}

function aCatalogue(services: readonly PublicService[]): ServiceCatalogue {
  return {
    base: 'https://centre.example/api/catalogue',
    title: words,
    description: words,
    publisher: { id: 'centre', name: 'Lakeland Health Security Centre', country: null },
    services,
  }
}

const external = aService({
  id: 'watch',
  authority: { id: 'office', name: 'Office', country: null },
  languages: ['nl', 'xx'],
  cost: { isFree: false, description: words },
  channel: { id: 'office', description: words, page: 'https://office.example/watch' },
})
const required: Readonly<Record<string, readonly string[]>> = {
  'dcat:Dataset': ['dct:title', 'dct:description', 'dct:publisher'],
  'foaf:Agent': ['dct:identifier', 'dct:title'],
  'cpsv:PublicService': ['dct:identifier', 'dct:title', 'dct:description', 'cv:hasCompetentAuthority'],
  'cv:PublicOrganisation': ['skos:prefLabel', 'dct:spatial'],
  'cv:Cost': ['dct:identifier'],
  'cv:Channel': ['dct:identifier'],
}

test('each node has what the shapes of release 3.2.0 require of its class', () => {
  const { '@graph': graph } = writeCatalogue(aCatalogue([aService(), external]))
  for (const [type, properties] of Object.entries(required)) {
    const nodes = graph.filter((node) => node['@type'] === type)
    assert.ok(nodes.length > 0, type)
    for (const node of nodes)
      for (const property of properties) assert.ok(node[property], `${node['@id']} lacks ${property}`)
  }
})

test('title and description are there in every language', () => {
  const { '@graph': graph } = writeCatalogue(aCatalogue([aService()]))
  const service = graph.find((node) => node['@type'] === 'cpsv:PublicService')
  assert.ok(service)
  for (const property of ['dct:title', 'dct:description'])
    assert.deepEqual(
      (service[property] as { '@language': string }[]).map((one) => one['@language']),
      ['en', 'de', 'fr', 'it'],
    )
})

test('every link inside of the document leads to a node of it, and no node is there twice', () => {
  const document = writeCatalogue(aCatalogue([aService(), aService({ id: 'other' }), external]))
  const ids = document['@graph'].map((node) => node['@id'])
  assert.equal(new Set(ids).size, ids.length)
  const links = [...JSON.stringify(document['@graph']).matchAll(/"@id":"([^"]+)"/g)].map((match) => match[1])
  for (const one of links) if (one?.startsWith('https://centre.example/')) assert.ok(ids.includes(one), one)
})

test('every prefix that is used is in the context', () => {
  const document = writeCatalogue(aCatalogue([external]))
  const used = [...JSON.stringify(document['@graph']).matchAll(/"([a-z]+):[A-Za-z]+"/g)].map(
    (match) => match[1],
  )
  for (const prefix of new Set(used)) assert.ok(prefix && prefix in document['@context'], prefix)
})

test('what is free costs 0, what is not free has no invented value, an unknown language is left out', () => {
  const { '@graph': graph } = writeCatalogue(aCatalogue([aService(), external]))
  const find = (id: string) => graph.find((node) => node['@id'].endsWith(id))
  assert.deepEqual(find('#cost-help-call')?.['cv:hasValue'], { '@type': 'xsd:double', '@value': '0.0' })
  assert.equal(find('#cost-watch')?.['cv:hasValue'], undefined)
  assert.deepEqual(find('#service-watch')?.['dct:language'], [
    { '@id': 'http://publications.europa.eu/resource/authority/language/NLD' },
  ])
})
