// Turns a catalogue of services into one JSON-LD document of CPSV-AP 3.2.
// SPDX-License-Identifier: EUPL-1.2
import { euroIri, languageIri, placeIri } from './names.ts'

/** One text for each language, BCP 47. */
export type Words = Readonly<Record<string, string>>

export interface Organisation {
  readonly id: string
  readonly name: string
  /** ISO 3166-1 alpha-2; null: the Union. */
  readonly country: string | null
}

export interface Concept {
  readonly id: string
  readonly label: Words
}

export interface PublicService {
  readonly id: string
  readonly title: Words
  readonly description: Words
  readonly authority: Organisation
  /** BCP 47, in which it is delivered. */
  readonly languages: readonly string[]
  readonly thematicAreas: readonly Concept[]
  readonly cost: { readonly isFree: boolean; readonly description: Words | null }
  /** How it is asked for. */
  readonly channel: { readonly id: string; readonly description: Words; readonly page: string | null }
}

export interface ServiceCatalogue {
  /** The address of the catalogue; everything in it is named below it. */
  readonly base: string
  readonly title: Words
  readonly description: Words
  readonly publisher: Organisation
  readonly services: readonly PublicService[]
}

const context = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

export type JsonLdNode = { readonly '@id': string; readonly '@type': string } & Readonly<
  Record<string, unknown>
>
export interface JsonLdDocument {
  readonly '@context': typeof context
  readonly '@graph': readonly JsonLdNode[]
}

/** Each thing that is named once, in the order in which it is met. */
export function writeCatalogue(catalogue: ServiceCatalogue): JsonLdDocument {
  const iri = (part: string) => `${catalogue.base}#${part}`
  const nodes = [
    datasetOf(catalogue, iri),
    publisherOf(catalogue, iri),
    ...catalogue.services.flatMap((service) => [
      serviceOf(service, iri),
      organisationOf(service.authority, iri),
      costOf(service, iri),
      channelOf(service, iri),
      ...contactOf(service, iri),
      ...service.languages.flatMap(languageOf),
      ...service.thematicAreas.map((area) => conceptOf(area, iri)),
    ]),
  ]
  return {
    '@context': context,
    '@graph': [...new Map(nodes.map((node) => [node['@id'], node])).values()],
  }
}

type Iri = (part: string) => string
const link = (id: string) => ({ '@id': id })
const said = (words: Words) =>
  Object.entries(words).map(([language, value]) => ({ '@language': language, '@value': value }))

function datasetOf(
  { base, title, description, publisher, services }: ServiceCatalogue,
  iri: Iri,
): JsonLdNode {
  return {
    '@id': base,
    '@type': 'dcat:Dataset',
    'dct:title': said(title),
    'dct:description': said(description),
    'dct:publisher': link(iri(`agent-${publisher.id}`)),
    'dct:hasPart': services.map(({ id }) => link(iri(`service-${id}`))),
  }
}

function publisherOf({ publisher }: ServiceCatalogue, iri: Iri): JsonLdNode {
  return {
    '@id': iri(`agent-${publisher.id}`),
    '@type': 'foaf:Agent',
    'dct:identifier': publisher.id,
    'dct:title': publisher.name,
    'dct:spatial': link(placeIri(publisher.country)),
  }
}

function serviceOf(service: PublicService, iri: Iri): JsonLdNode {
  const { id, channel } = service
  return {
    '@id': iri(`service-${id}`),
    '@type': 'cpsv:PublicService',
    'dct:identifier': id,
    'dct:title': said(service.title),
    'dct:description': said(service.description),
    'cv:hasCompetentAuthority': link(iri(`organisation-${service.authority.id}`)),
    'dct:language': service.languages.flatMap((tag) => languageIri(tag) ?? []).map(link),
    'cv:thematicArea': service.thematicAreas.map((area) => link(iri(`concept-${area.id}`))),
    'cv:hasCost': link(iri(`cost-${id}`)),
    'cv:hasChannel': link(iri(`channel-${channel.id}`)),
    ...(channel.page ? { 'cv:contactPoint': link(iri(`contact-${id}`)) } : {}),
  }
}

function organisationOf({ id, name, country }: Organisation, iri: Iri): JsonLdNode {
  return {
    '@id': iri(`organisation-${id}`),
    '@type': 'cv:PublicOrganisation',
    'dct:identifier': id,
    // Names of offices are not translated; a label needs a language, and `und` says that there is none.
    'skos:prefLabel': [{ '@language': 'und', '@value': name }],
    'dct:spatial': link(placeIri(country)),
  }
}

function costOf({ id, cost }: PublicService, iri: Iri): JsonLdNode {
  return {
    '@id': iri(`cost-${id}`),
    '@type': 'cv:Cost',
    'dct:identifier': `cost-${id}`,
    ...(cost.isFree
      ? { 'cv:hasValue': { '@type': 'xsd:double', '@value': '0.0' }, 'cv:currency': link(euroIri) }
      : {}),
    ...(cost.description ? { 'dct:description': said(cost.description) } : {}),
  }
}

function channelOf({ channel }: PublicService, iri: Iri): JsonLdNode {
  return {
    '@id': iri(`channel-${channel.id}`),
    '@type': 'cv:Channel',
    'dct:identifier': channel.id,
    'dct:description': said(channel.description),
  }
}

function contactOf({ id, channel }: PublicService, iri: Iri): readonly JsonLdNode[] {
  if (!channel.page) return []
  return [
    { '@id': iri(`contact-${id}`), '@type': 'cv:ContactPoint', 'cv:contactPage': link(channel.page) },
    { '@id': channel.page, '@type': 'foaf:Document' },
  ]
}

function languageOf(tag: string): readonly JsonLdNode[] {
  const id = languageIri(tag)
  return id ? [{ '@id': id, '@type': 'dct:LinguisticSystem' }] : []
}

function conceptOf({ id, label }: Concept, iri: Iri): JsonLdNode {
  return { '@id': iri(`concept-${id}`), '@type': 'skos:Concept', 'skos:prefLabel': said(label) }
}
