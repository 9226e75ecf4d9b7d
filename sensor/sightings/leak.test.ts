// The leak test: canaries in every field of every log format, all found, approved and sent: none of their bytes leaves.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { rulesOf } from '../engine/builders.ts'
import { detectorOf } from '../engine/detector.ts'
import type { Finding } from '../engine/finding.ts'
import { emptyFields, type FieldValue, type LogEvent, setField } from '../event/event.ts'
import { healthRuleFiles } from '../health/rules.ts'
import { healthSamples } from '../health/samples.ts'
import { writeIndicatorSet } from '../indicators/set/write.ts'
import { canaries as patientCanaries } from '../parsers/audit-samples.ts'
import { readWhole } from '../parsers/reading.ts'
import { formatSamples } from '../parsers/samples.ts'
import type { SigmaRule } from '../sigma/rule.ts'
import {
  fakeCentre,
  finding,
  hourMs,
  indicatorId,
  manifest,
  noChance,
  now,
  pack,
  temporaryFolder,
  withFindings,
  withPack,
} from './builders.ts'
import { centreAddress, centreAt } from './centre.ts'
import { itemsApproved, standingGiven, turnedOn } from './consent.ts'
import { enrol } from './enrolment.ts'
import { minDelayMs } from './limits.ts'
import { writeForStick } from './send.ts'
import { sightingStore } from './store.ts'
import { refreshDrafts, tellCentre } from './tell.ts'

const canaries = [
  ...patientCanaries,
  'Osterquell-Canary',
  'REC-20461190',
  'srv-canary-ehr01.seeblick.invented.example',
  'srv-canary-ehr01',
  '203.0.113.177',
  '2001:db8:ca4a::17',
  'canary-run.exe /steal now',
  'C:\\Canary\\Akten\\geheim.pdf',
  '/srv/canary/akten',
  'canary.nurse@seeblick.invented.example',
]
const approver = 'Approver-Canary Tannau'
const injected = canaries.join(' ')
const at = now - 2 * hourMs

/** Every text of the event, its source and its raw line hold every canary; hosts are one. */
function poisoned(event: LogEvent): LogEvent {
  const fields = emptyFields()
  for (const [name, value] of Object.entries(event.fields)) setField(fields, name, poison(value))
  for (const name of ['Computer', 'hostname', 'User', 'CommandLine', 'patient_name'])
    setField(fields, name, injected)
  return {
    ...event,
    at,
    fields,
    source: `/logs/${injected}.log`,
    raw: event.raw && `${event.raw} ${injected}`,
  }
}

function poison(value: FieldValue): FieldValue {
  if (typeof value === 'string') return `${value} ${injected}`
  return Array.isArray(value) ? value.map((part) => `${part} ${injected}`) : value
}

async function events(): Promise<readonly LogEvent[]> {
  const ofFormats = await Promise.all(formatSamples.map(({ text, context }) => readWhole(text, context)))
  const ofHealth = healthRuleFiles().flatMap((name) =>
    healthSamples(name).positive.flatMap((sample) =>
      (sample.events ?? []).slice(0, 3).map(({ logSource, fields }) => ({
        source: 'health',
        record: 1,
        at,
        logSource: logSource ?? { product: 'windows', category: null, service: null },
        fields: Object.assign(emptyFields(), fields),
        raw: null,
      })),
    ),
  )
  return [...ofFormats.flatMap((read) => read.events), ...ofHealth].map(poisoned)
}

/** One rule for each log source that holds for every event of it, in turn for IT and for the privacy officer. */
function rulesFor(all: readonly LogEvent[]): {
  readonly rules: readonly SigmaRule[]
  readonly ids: readonly string[]
} {
  const sources = new Map(all.map(({ logSource }) => [JSON.stringify(logSource), logSource]))
  const ids: string[] = []
  const documents = [...sources.values()].map((logSource, index) => {
    ids.push(`canary-rule-${index}`, `canary-many-${index}`)
    const named = Object.entries(logSource).filter(([, value]) => value !== null)
    const source = named.length > 0 ? Object.fromEntries(named) : { category: 'any' }
    const tags = index % 2 === 0 ? ['salus.privacy'] : []
    const detection = { s: { 'CommandLine|contains': 'canary' }, condition: 's' }
    const head = { id: `canary-rule-${index}`, name: `canary-rule-${index}`, level: 'high', tags }
    const many = {
      ...{ title: 'many', id: `canary-many-${index}`, level: 'high', tags },
      correlation: {
        ...{ type: 'event_count', rules: [`canary-rule-${index}`], 'group-by': ['User'] },
        ...{ timespan: '1h', condition: { gte: 1 }, generate: true },
      },
    }
    // JSON is YAML.
    return [{ title: `Rule ${index}`, ...head, logsource: source, detection }, many]
  })
  const yaml = documents
    .flat()
    .map((document) => JSON.stringify(document))
    .join('\n---\n')
  const rules = rulesOf(yaml).map((rule) => ({ ...rule, head: { ...rule.head, pack } }))
  return { rules, ids }
}

/** The ways in which a text could hide: as it is, in small letters, UTF-16, hexadecimal, Base64 in its three places. */
function hidden(text: string): ReadonlyMap<string, Buffer> {
  const ways = new Map<string, Buffer>()
  const forms = {
    text: Buffer.from(text),
    small: Buffer.from(text.toLowerCase()),
    wide: Buffer.from(text, 'utf16le'),
  }
  for (const [form, bytes] of Object.entries(forms)) {
    ways.set(form, bytes)
    ways.set(`${form} in hexadecimal`, Buffer.from(bytes.toString('hex')))
    for (const before of [0, 1, 2]) {
      const whole = Buffer.concat([Buffer.alloc(before), bytes])
        .toString('base64')
        .replace(/=+$/, '')
      // Without the letters that also hold bits of what stands before and after.
      const inner = whole.slice(before === 0 ? 0 : before + 1, -2)
      ways.set(`${form} in Base64, place ${before}`, Buffer.from(inner))
      ways.set(
        `${form} in Base64url, place ${before}`,
        Buffer.from(inner.replaceAll('+', '-').replaceAll('/', '_')),
      )
    }
  }
  return ways.set('JSON', Buffer.from(JSON.stringify(text).slice(1, -1)))
}

function assertClean(what: string, bytes: Buffer, secrets: readonly string[]): void {
  const small = Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1')
  for (const secret of secrets)
    for (const [way, form] of hidden(secret)) {
      const isPlain = way === 'small' || way.endsWith('hexadecimal')
      assert.equal((isPlain ? small : bytes).indexOf(form), -1, `${what} holds ${secret} as ${way}`)
    }
}

test('the search finds what hides', () => {
  const [secret = ''] = canaries
  for (const form of [
    `x${secret}y`,
    secret.toUpperCase(),
    Buffer.from(`xy${secret}z`).toString('base64'),
    Buffer.from(`x${secret}z`).toString('base64url'),
    Buffer.from(secret, 'utf16le').toString('base64'),
    Buffer.from(secret).toString('hex').toUpperCase(),
    Buffer.from(secret, 'utf16le').toString('latin1'),
  ])
    assert.throws(() => assertClean('it', Buffer.from(form, 'latin1'), [secret]), form)
})

test('with everything turned on and approved, no byte of any log leaves', async () => {
  const centre = await fakeCentre()
  const { folder, remove } = await temporaryFolder()
  try {
    const all = await events()
    const { rules, ids } = rulesFor(all)
    const detector = detectorOf(rules)
    const found: Finding[] = all.flatMap((event) => [...detector.see(event)])
    found.push(...detector.finish(true))
    const met = all.slice(0, 5).map((event) =>
      finding({
        origin: 'indicator',
        indicatorId,
        title: injected,
        reason: injected,
        asset: injected,
        source: event.source,
      }),
    )
    assert.equal(new Set(found.map(({ ruleId }) => ruleId)).size, ids.length, 'every rule found something')
    await withPack(
      folder,
      manifest({
        rules: Object.fromEntries(ids.map((id) => [id, { techniques: [], sightings: true, samples: 'own' }])),
      }),
      writeIndicatorSet([
        {
          ...{ type: 'domain', value: 'bad.invented.example', id: indicatorId, since: null, until: null },
          ...{ tlp: 'green', confidence: null, list: 'invented', source: null, licence: null },
        },
      ]),
    )
    await withFindings(folder, [...found, ...met])
    const kept = readFileSync(join(folder, 'findings', '2026-11-27.ndjson'))
    for (const secret of canaries) assert.ok(kept.includes(JSON.stringify(secret).slice(1, -1)), secret)

    await enrol(folder, centreAt(centreAddress(centre.url)), { code: 'ABCD-EFGH', now })
    const store = sightingStore(folder)
    const given = { by: approver, at: now }
    for (const scope of ['rules', 'indicators', 'privacy', 'health'] as const)
      await store.change((state) => turnedOn(state, scope, given))
    for (const scope of ['rules', 'indicators'] as const)
      await store.change((state) => standingGiven(state, scope, given, noChance))
    const log: string[] = []
    const health = async () => ({
      sensorVersion: `0.1.0-${injected}`,
      pack,
      rules: { loaded: 3, unsupported: 0, quarantined: 0 },
      blind: [injected, `windows/${injected}/*`],
      techniques: [injected, `attack.${injected}`],
      lastEvents: new Map([[injected, now]]),
    })
    const tell = async (when: number) => {
      const { faults, sent } = await tellCentre(folder, health, when, noChance)
      log.push(...faults.map((fault) => fault.message), JSON.stringify(sent))
      return sent
    }
    await tell(now)
    const sent = await tell(now + minDelayMs + 1)
    // The privacy officer approves one by one; that goes on the stick.
    const { state } = await refreshDrafts(store, folder, now, noChance)
    const privacy = state.items.filter(({ state: is }) => is === 'draft').map(({ id }) => id)
    await store.change((before) => itemsApproved(before, { ids: privacy, about: null }, given, noChance))
    const stick = join(folder, 'stick.json')
    const { written } = await writeForStick(store, stick, now + minDelayMs + 2, noChance)
    assert.ok((sent?.told ?? 0) > 20 && written > 20, `${sent?.told} sent, ${written} written`)
    assert.equal(written + (sent?.told ?? 0), ids.length + 1, 'every rule and the indicator were told')

    assertClean('what came in at the centre', centre.bytes(), [...canaries, approver])
    assertClean('the message on the stick', readFileSync(stick), [...canaries, approver])
    assertClean('the log', Buffer.from(log.join('\n')), [...canaries, approver])
    const outbox = join(folder, 'sightings')
    for (const name of readdirSync(outbox)) assertClean(name, readFileSync(join(outbox, name)), canaries)
  } finally {
    await centre.close()
    await remove()
  }
})
