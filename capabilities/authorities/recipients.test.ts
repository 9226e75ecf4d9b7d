// Tests of whom a duty goes to, by country, day, region and hour.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CountryFile } from './authority.ts'
import { directory, knownCountries, readDirectory } from './directory.ts'
import { openAt } from './hours.ts'
import { authorityName } from './names.ts'
import { authoritiesFor, authoritiesWithRole, type Recipients } from './recipients.ts'

const night = new Date('2026-11-22T02:00:00Z')
const keysOf = (result: Recipients) =>
  result.found ? result.recipients.map(({ authority }) => authority.key) : result.because

function aFile(changes: Partial<CountryFile> = {}): CountryFile {
  return {
    country: 'XX',
    sources: {
      page: {
        title: 'Page of the invented authority',
        address: 'https://authority.example/report',
        evidence: 'official',
        dated: null,
        checkedOn: '2026-11-27',
      },
    },
    authorities: [
      {
        key: 'xx-csirt',
        name: 'Notfallteam',
        language: 'de',
        translations: { en: 'Incident team' },
        roles: ['csirt'],
        regions: [],
        bearers: [],
        receives: [
          {
            duties: ['NIS2-EW'],
            basis: 'must',
            from: '2026-06-01',
            to: '2027-01-01',
            caution: null,
            source: 'page',
          },
        ],
        channels: [
          {
            id: 'telephone',
            kind: 'telephone',
            address: '+43 555 0100',
            hours: {
              kind: 'weekly',
              timeZone: 'Europe/Vienna',
              days: [1, 2, 3, 4, 5],
              from: '08:00',
              to: '16:00',
            },
            purpose: 'help',
            filing: 'unknown',
            encryption: null,
            connector: null,
            source: 'page',
          },
        ],
        outOfHours: { code: 'not-known', channel: null, source: null },
        verifiedBy: null,
      },
    ],
    gaps: [],
    alsoTell: [],
    ...changes,
  }
}

test('the early warning of a hospital goes to the CSIRT or the joint reporting point of its country', () => {
  assert.deepEqual(keysOf(authoritiesFor('DE', 'NIS2-EW', night)), ['de-bsi-bbk'])
  assert.deepEqual(keysOf(authoritiesFor('IT', 'NIS2-EW', night)), ['it-csirt-italia'])
  assert.deepEqual(keysOf(authoritiesFor('FR', 'FR-SIG', night)), ['fr-cert-sante', 'fr-ars'])
})

test('a country without a file is said to be unknown, and what holds in the whole Union still answers', () => {
  assert.equal(keysOf(authoritiesFor('AT', 'NIS2-EW', night)), 'country-not-known')
  assert.equal(keysOf(authoritiesFor('AT', 'GDPR-34', night)), 'persons-concerned')
  assert.equal(keysOf(authoritiesFor('DE', 'FR-SIG', night)), 'no-entry')
})

test('a gap names its reason and its source', () => {
  const result = authoritiesFor('IT', 'CER-1', night)
  assert.ok(!result.found && result.because === 'recipient-not-found')
  assert.match(result.source?.address ?? '', /camera\.it/)
})

test('a device report also goes to the manufacturer, in every country', () => {
  for (const country of [...knownCountries, 'AT'])
    assert.deepEqual(authoritiesFor(country, 'MDR-U', night).alsoTell, ['manufacturer'])
  assert.deepEqual(authoritiesFor('DE', 'GDPR-33', night).alsoTell, [])
})

test('where each region has its own authority, one of them is yours until the region is said', () => {
  const all = authoritiesFor('DE', 'GDPR-33', night)
  assert.ok(all.found && all.choice === 'one' && all.recipients.length === 18)
  assert.deepEqual(keysOf(authoritiesFor('DE', 'GDPR-33', night, { region: 'DE-BY', bearer: 'public' })), [
    'de-dpa-by-public',
  ])
  const church = authoritiesFor('DE', 'GDPR-33', night, { region: 'DE-NW', bearer: 'church' })
  assert.deepEqual(keysOf(church), ['de-dpa-nw', 'de-dpa-church'])
  assert.ok(authoritiesWithRole('DE', 'police', { region: 'DE-HH' }).some(({ key }) => key === 'de-zac-hh'))
})

test('an entry holds from its first day to the day before its last', () => {
  const all = readDirectory([aFile()])
  const on = (day: string) => keysOf(authoritiesFor('XX', 'NIS2-EW', new Date(`${day}T12:00:00Z`), {}, all))
  assert.equal(on('2026-05-31'), 'no-entry')
  assert.deepEqual(on('2026-06-01'), ['xx-csirt'])
  assert.deepEqual(on('2026-12-31'), ['xx-csirt'])
  assert.equal(on('2027-01-01'), 'no-entry')
})

test('hours are local to the authority, end exclusive, and never promise a public holiday', () => {
  const [hours] = aFile().authorities.flatMap(({ channels }) => channels.map((channel) => channel.hours))
  assert.ok(hours)
  assert.equal(openAt(hours, new Date('2026-11-23T06:59:00Z')), 'no')
  assert.equal(openAt(hours, new Date('2026-11-23T07:00:00Z')), 'yes-unless-holiday')
  assert.equal(openAt(hours, new Date('2026-11-23T14:59:00Z')), 'yes-unless-holiday')
  assert.equal(openAt(hours, new Date('2026-11-23T15:00:00Z')), 'no')
  assert.equal(openAt(hours, new Date('2026-07-20T06:00:00Z')), 'yes-unless-holiday', 'summer time')
  assert.equal(openAt(hours, new Date('2026-11-22T10:00:00Z')), 'no', 'a Sunday')
  assert.equal(openAt({ kind: 'always' }, night), 'yes')
  assert.equal(openAt({ kind: 'unknown' }, night), 'unknown')
})

test('at three in the morning the way to call says that it is open, and an office says that it is not', () => {
  const openOf = (country: string, duty: string) => {
    const result = authoritiesFor(country, duty, night)
    return result.found ? result.recipients[0]?.ways.map(({ channel, open }) => [channel.kind, open]) : []
  }
  assert.deepEqual(openOf('FR', 'FR-SIG'), [
    ['portal', 'unknown'],
    ['telephone', 'yes'],
  ])
  assert.deepEqual(openOf('DE', 'NIS2-EW')?.[1], ['telephone', 'no'])
})

test('every address names a source, nothing is verified, and no unknown address is filled in', () => {
  for (const { authorities, sources } of directory.values())
    for (const { key, channels, verifiedBy } of authorities) {
      assert.equal(verifiedBy, null, `${key} claims to be verified`)
      for (const channel of channels) {
        if (channel.address === null) assert.ok(channel.unknown, `${key}: ${channel.id}`)
        else assert.ok(channel.source && sources[channel.source], `${key}: ${channel.id} has no source`)
      }
    }
})

test('filing by mail is offered only where a source says that it counts', () => {
  const byMail = [...directory.values()].flatMap(({ authorities }) =>
    authorities.filter(({ channels }) => channels.some(({ connector }) => connector === 'mail')),
  )
  assert.deepEqual(byMail.map(({ key }) => key).sort(), ['nl-ncsc', 'pl-csirt-cez'])
  for (const { channels } of byMail)
    assert.ok(channels.every(({ connector, filing }) => connector !== 'mail' || filing === 'accepted'))
})

test('a file that points to what it does not have is refused', () => {
  const [authority] = aFile().authorities
  assert.ok(authority)
  const withAuthority = (changes: object) => aFile({ authorities: [{ ...authority, ...changes }] })
  assert.throws(() => readDirectory([aFile({ sources: {} })]), /names the source page/)
  assert.throws(
    () =>
      readDirectory([
        withAuthority({ outOfHours: { code: 'file-any-time', channel: 'portal', source: null } }),
      ]),
    /names portal, which has no address/,
  )
  assert.throws(
    () =>
      readDirectory([withAuthority({ outOfHours: { code: 'call-then-file', channel: null, source: null } })]),
    /names no telephone/,
  )
  assert.throws(() => readDirectory([aFile(), aFile({ country: 'XY' })]), /two authorities have the key/)
  assert.throws(
    () => readDirectory([aFile({ gaps: [{ duties: ['CER-1'], because: 'kept-inside', source: 'book' }] })]),
    /names a source that is missing/,
  )
  const channel = authority.channels[0]
  for (const wrong of [
    { address: 'javascript:alert(1)' },
    { address: null },
    { address: '+43 555 0100', source: null },
    { kind: 'mail', address: 'nobody' },
    { hours: { kind: 'weekly', timeZone: 'Europe/Vienna', days: [8], from: '08:00', to: '16:00' } },
  ])
    assert.throws(
      () => readDirectory([withAuthority({ channels: [{ ...channel, ...wrong }] })]),
      JSON.stringify(wrong),
    )
})

test('an authority is called by a name the reader understands, with the official one beside it', () => {
  const [authority] = aFile().authorities
  assert.ok(authority)
  assert.deepEqual(authorityName(authority, 'en'), {
    shown: { text: 'Incident team', language: 'en' },
    official: { text: 'Notfallteam', language: 'de' },
  })
  const official = { shown: { text: 'Notfallteam', language: 'de' }, official: null }
  assert.deepEqual(authorityName(authority, 'de'), official)
  assert.deepEqual(authorityName(authority, 'it'), official)
})
