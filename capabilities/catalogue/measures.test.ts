// The 31 measures: all there, for every size, easy to read, whole in each language, and leading to items that exist.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Locale, locales } from '../../platform/i18n/index.ts'
import { aFact } from '../facts/builders.ts'
import { decide, type FactValue, faultsOfTable, isValueOf, readFactKeys, type Texts } from '../facts/index.ts'
import { readingLevelOf } from '../facts/reading-level.ts'
import { audienceTable, houseSizes, type ItemOf, itemByKey, ownItemsOf } from './index.ts'

type Measure = ItemOf<'measure'>
const measures = ownItemsOf('measure').filter(({ provider }) => provider.name === 'Salus')
const keys = readFactKeys()

const essentials = [
  'back-up-and-restore',
  'second-factor',
  'update-systems',
  'secure-mail',
  'train-people',
  'incident-plan',
  'own-accounts-and-leavers',
  'separate-admin-accounts',
  'supplier-access',
  'encrypt-data',
]
const further = [
  'know-your-assets',
  'separate-networks',
  'old-systems',
  'medical-devices-apart',
  'downtime-procedures',
  'recovery-order',
  'log-and-watch',
  'outside-scan',
  'risk-analysis',
  'management-duty',
  'security-roles',
  'reporting-duties-ready',
  'supplier-contracts',
  'secure-procurement',
  'malware-protection',
  'emergency-communication',
  'review-rights',
  'exercises',
  'effectiveness',
  'physical-and-media',
  'patient-data-protection',
]

/** They say what a house is, not what it has done; rules, audiences and the order of offers use them. */
const describing = [
  'org.beds',
  'care.services',
  'systems.record-system',
  'systems.internet-services',
  'systems.makes-software',
  'systems.uses-ai',
  'devices.medical',
  'devices.in-house-made',
  'devices.in-house-tests',
]

/** Short names of the goals of HHS: E the ten essential, + the enhanced ones. */
const healthGoals = [
  'E known vulnerabilities',
  'E e-mail security',
  'E MFA',
  'E training',
  'E encryption',
  'E revoke leavers',
  'E incident planning',
  'E unique credentials',
  'E separate privileged',
  'E vendor requirements',
  '+ asset inventory',
  '+ third-party disclosure',
  '+ third-party incident reporting',
  '+ testing',
  '+ mitigation',
  '+ detect',
  '+ segmentation',
  '+ central logs',
  '+ configuration',
]
const identifiers: Readonly<Record<Measure['references'][number]['framework'], RegExp>> = {
  'nis2-art-21': /^[a-j]$/,
  'implementing-regulation-2024-2690': /^([1-9]|1[0-3])(\.\d{1,2})?$/,
  'nist-csf-2.0': /^(GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d{2}$/,
  'hhs-hph-cpg': /^[E+] /,
  'iso-27001-2022': /^A\.[5-8]\.\d{1,2}$/,
  'cis-8': /^([1-9]|1[0-8])$/,
}

const hardestLix = 55
const longestFirstStepMinutes = 60

const textsOf = ({ title, summary, cost, body }: Measure): readonly Texts[] => [
  title,
  summary,
  ...(cost.text ? [cost.text] : []),
  body.why,
  ...houseSizes.flatMap((size) => {
    const { firstStep, how, evidence } = body.sizes[size]
    return [firstStep, ...how, evidence]
  }),
  ...body.tasks.flatMap((task) => [task.title, ...task.steps]),
]
const joined = (texts: readonly Texts[], locale: Locale) => texts.map((one) => one[locale]).join('\n\n')

test('all measures are there, and the ten essentials are 1 to 10', () => {
  assert.deepEqual(measures.map(({ key }) => key).toSorted(), [...essentials, ...further].toSorted())
  for (const { key, body } of measures) {
    const place = essentials.indexOf(key)
    assert.equal(body.essential, place < 0 ? null : place + 1, key)
  }
})

test('each fact that says something is done is used by a measure', () => {
  const used = new Set(measures.flatMap(({ body }) => body.facts.map(({ fact }) => fact)))
  const asked = [...keys.values()].filter(
    ({ readFrom, retired, group }) => readFrom === null && !retired && group !== 'law',
  )
  const unused = asked.map(({ key }) => key).filter((key) => !used.has(key))
  assert.deepEqual(unused.toSorted(), describing.toSorted())
})

for (const measure of measures) {
  test(`${measure.key} knows by which answers it is done`, () => {
    assertUnique(measure.body.facts.map(({ fact }) => fact))
    for (const { fact, done, partly } of measure.body.facts) {
      const key = keys.get(fact)
      assert.ok(key, `there is no fact ${fact}`)
      assertUnique([...done, ...partly])
      for (const value of [...done, ...partly]) assert.ok(isValueOf(key, value), `${fact} is never ${value}`)
      const values = 'choices' in key.shape ? key.shape.choices : ['yes', 'no']
      assert.ok(done.length + partly.length < values.length, `${fact} has no answer that means not done`)
    }
  })

  test(`${measure.key} says for whom, and every combination is decided`, () => {
    assert.deepEqual(faultsOfTable(audienceTable(measure), keys), [])
  })

  test(`${measure.key} has for each size an easy first step, steps of its own and evidence`, () => {
    const { sizes, tasks } = measure.body
    for (const locale of locales)
      assertUnique(
        houseSizes.flatMap((size) => [
          sizes[size].firstStep[locale],
          ...sizes[size].how.map((step) => step[locale]),
          sizes[size].evidence[locale],
        ]),
      )
    for (const size of houseSizes) {
      const { how, minutes } = sizes[size]
      assert.ok(how.length >= 3 && how.length <= 5, `${size}: ${how.length} steps`)
      assert.ok(minutes <= longestFirstStepMinutes, `${size}: ${minutes} minutes`)
    }
    assert.ok(tasks.length >= 1 && tasks.length <= 3)
    assertUnique(tasks.map(({ key }) => key))
    for (const { steps } of tasks) assert.ok(steps.length >= 3 && steps.length <= 5)
  })

  test(`${measure.key} leads to a course and to help that exist`, () => {
    assertUnique(measure.links.map(({ to }) => to))
    for (const { relation, to } of measure.links) {
      const item = itemByKey(to)
      assert.ok(item, `${to} does not exist`)
      assert.notEqual(item.kind, 'measure')
      assert.equal(relation, item.kind === 'course' ? 'taught-by' : 'helps-with', to)
    }
    const linked = new Set(measure.links.map(({ relation }) => relation))
    assert.ok(linked.has('taught-by') && linked.has('helps-with'))
  })

  test(`${measure.key} points to identifiers of the frameworks, and to the letters of NIS2 that it serves`, () => {
    assertUnique(measure.references.map(({ framework }) => framework))
    for (const { framework, ids } of measure.references) {
      assertUnique(ids)
      for (const id of ids) assert.match(id, identifiers[framework], framework)
      if (framework === 'hhs-hph-cpg')
        for (const id of ids) assert.ok(healthGoals.includes(id), `${id} is no goal`)
    }
    const letters = measure.references.find(({ framework }) => framework === 'nis2-art-21')?.ids ?? []
    assert.deepEqual(
      letters,
      measure.body.art21.filter((one) => one.length === 1),
    )
  })

  test(`${measure.key} is written in each language, none of it copied from another`, () => {
    for (const texts of textsOf(measure)) assertUnique(locales.map((locale) => texts[locale]))
    for (const locale of locales) {
      const text = joined(textsOf(measure), locale)
      assert.doesNotMatch(text, /'|"|!/, `${locale}: a straight mark or an exclamation mark`)
      if (locale === 'fr')
        assert.doesNotMatch(text, / [?!;:»]|« /u, 'an ordinary space where the line may break')
    }
  })

  test(`${measure.key} reads easily in every language`, (t) => {
    const levels = locales.map((locale) => ({
      locale,
      lix: readingLevelOf(joined(textsOf(measure), locale)).lix,
    }))
    t.diagnostic(levels.map(({ locale, lix }) => `${locale} LIX ${lix.toFixed(0)}`).join(', '))
    for (const { locale, lix } of levels) assert.ok(lix < hardestLix, `${locale}: LIX ${lix.toFixed(0)}`)
  })
}

test('all measures together read easily in every language', (t) => {
  for (const locale of locales) {
    const { lix, words } = readingLevelOf(joined(measures.flatMap(textsOf), locale))
    t.diagnostic(`${locale}: LIX ${lix.toFixed(1)} over ${words} words`)
    assert.ok(lix < hardestLix, locale)
  }
})

const cases: readonly (readonly [key: string, fact: string, value: FactValue, answer: string])[] = [
  ['back-up-and-restore', 'org.it-people', 'unknown', 'yes'],
  ['supplier-access', 'suppliers.remote-access', 'open', 'yes'],
  ['supplier-access', 'suppliers.remote-access', 'controlled', 'yes'],
  ['supplier-access', 'suppliers.remote-access', 'none', 'no'],
  ['supplier-access', 'suppliers.remote-access', 'unknown', 'unknown'],
  ['old-systems', 'systems.old-systems', 'separated', 'yes'],
  ['old-systems', 'systems.old-systems', 'none', 'no'],
  ['old-systems', 'systems.old-systems', 'unknown', 'unknown'],
  ['medical-devices-apart', 'devices.medical', 'yes', 'yes'],
  ['medical-devices-apart', 'devices.medical', 'no', 'no'],
  ['medical-devices-apart', 'devices.medical', 'unknown', 'unknown'],
]
for (const [key, fact, value, answer] of cases)
  test(`${key} for ${fact} = ${String(value)}: ${answer}`, () => {
    const item = itemByKey(key)
    assert.ok(item)
    const decision = decide(audienceTable(item), (asked) => (asked === fact ? aFact(fact, value) : null))
    assert.equal(decision.answer, answer)
    assert.deepEqual(decision.lacking, answer === 'unknown' ? [fact] : [])
  })

function assertUnique(words: readonly string[]): void {
  assert.equal(new Set(words).size, words.length, `The same twice: ${words.join(' | ')}`)
}
