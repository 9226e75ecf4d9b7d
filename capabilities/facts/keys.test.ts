// Tests of the dictionary of facts and of the forms over it: shapes, words in four languages, depths and reading level.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { readDataFolder } from '../../platform/data/folder.ts'
import { countries } from '../organisations/places.ts'
import type { FactKey, FactShape } from './fact-key.ts'
import { type Form, faultsOfForm, formSchema, questionsOf } from './form.ts'
import { readingLevelOf, wordsOf } from './reading-level.ts'
import { readFactKeys } from './store/dictionary.ts'
import { faultsOfCell } from './table-check.ts'
import type { Texts } from './texts.ts'

/** What measures, duties, offers and scores rely on: a change here is a change of meaning, and raises a version. */
const readByThePlatform: Readonly<Record<string, string>> = {
  'org.kind': 'choice university-hospital|hospital|clinic|practice|hospital-group|other',
  'org.country': 'choice',
  'org.employees': 'number people',
  'org.turnover': 'number euro',
  'org.balance-sheet': 'number euro',
  'org.size': 'choice practice|clinic|hospital',
  'nis2.entity-class': 'choice essential|important|not-in-scope',
  'assets.count': 'number things',
  'assets.coverage': 'number percent',
  'alerts.overdue': 'number things',
  'incidents.last-year': 'number things',
  'readiness.envelope': 'choice current|old|none',
  'training.rate': 'number percent',
}
const askedOfPeople: Readonly<Record<string, string>> = {
  'org.beds': 'number beds',
  'org.it-people': 'choice none|outside|one|team',
  'org.security-officer': 'choice named|shared|none',
  'org.board-trained': 'choice within-year|longer-ago|never',
  'org.policy': 'choice approved|draft|none',
  'org.risk-analysis': 'choice within-year|longer-ago|never',
  'org.effectiveness': 'choice yearly|sometimes|never',
  'care.services':
    'several emergency|intensive-care|surgery|dialysis|imaging|laboratory|pharmacy|outpatient|inpatient|maternity|psychiatry|rehabilitation',
  'care.downtime-procedures': 'choice drilled|written|none',
  'systems.record-system': 'choice own-servers|supplier-cloud|none',
  'systems.internet-services': 'answer',
  'systems.makes-software': 'answer',
  'systems.uses-ai': 'choice none|in-devices|decision-support|own',
  'systems.inventory': 'choice current|old|none',
  'systems.patching': 'choice within-two-weeks|monthly|irregular',
  'systems.old-systems': 'choice none|separated|in-network',
  'systems.procurement-security': 'choice always|sometimes|never',
  'devices.medical': 'answer',
  'devices.in-house-made': 'answer',
  'devices.in-house-tests': 'answer',
  'devices.separated': 'choice separated|partly|mixed',
  'devices.security-contact': 'choice for-all|for-some|none',
  'suppliers.list': 'choice current|old|none',
  'suppliers.remote-access': 'choice none|controlled|open',
  'suppliers.second-factor': 'choice all|some|none',
  'suppliers.contract-security': 'choice all|new-ones|none',
  'suppliers.incident-contact': 'choice all-important|some|none',
  'suppliers.sbom': 'choice always|sometimes|never',
  'people.training': 'choice within-year|longer-ago|never',
  'people.new-staff': 'choice always|sometimes|never',
  'people.reporting': 'choice known|unclear|none',
  'people.leavers': 'choice same-day|within-week|irregular',
  'access.own-accounts': 'choice everyone|some-shared|shared',
  'access.second-factor-remote': 'choice all|some|none',
  'access.second-factor-admin': 'choice all|some|none',
  'access.admin-separate': 'choice all|some|none',
  'access.rights-reviewed': 'choice within-year|longer-ago|never',
  'access.passwords': 'choice manager|rules|none',
  'access.emergency-accounts': 'choice tested|exist|none',
  'protection.malware': 'choice managed|installed|none',
  'protection.mail': 'choice filter-and-signed|filter|none',
  'protection.encryption-devices': 'choice all|some|none',
  'protection.encryption-transfer': 'choice always|mostly|rarely',
  'protection.network': 'choice zones|partly|flat',
  'protection.media': 'choice controlled|free',
  'protection.physical': 'choice locked|partly|open',
  'detection.logs': 'choice central|local|none',
  'detection.watching': 'choice day-and-night|working-hours|none',
  'detection.outside-scan': 'choice within-quarter|longer-ago|never',
  'response.plan': 'choice drilled|written|none',
  'response.contacts-offline': 'choice printed|online-only|none',
  'response.duties-assigned': 'choice assigned|known|unclear',
  'response.exercise': 'choice within-year|longer-ago|never',
  'response.decider-at-night': 'choice named|informal|none',
  'response.second-channel': 'choice tested|planned|none',
  'recovery.backup': 'choice daily|weekly|irregular|none',
  'recovery.backup-offline': 'choice offline|other-account|none',
  'recovery.restore-tested': 'choice within-half-year|longer-ago|never',
  'recovery.order': 'choice agreed|draft|none',
  'law.critical-entity': 'choice designated|not-designated',
  'law.registered': 'choice registered|not-yet',
  'law.data-protection-officer': 'choice named|none',
  'law.dpia': 'choice done|partly|none',
  'law.processors': 'choice all|some|none',
  'law.sells-products': 'answer',
  'law.makes-record-system': 'answer',
}

/** Who they are and which laws meet them: asked where it is needed, not once a year. */
const notInTheYearlyCheck = new Set(
  [
    'org.beds org.it-people care.services systems.record-system systems.internet-services systems.makes-software',
    'systems.uses-ai devices.in-house-made devices.in-house-tests',
  ]
    .join(' ')
    .split(' '),
)

const languages = ['en', 'de', 'fr', 'it'] as const
type Language = (typeof languages)[number]

const maxQuestionLength = 160
const maxLix = 55

/** Small words that only one of the four languages has, so that a text in the wrong language shows itself. */
const smallWords: Readonly<Record<Language, readonly string[]>> = {
  en: 'the and of you is are it that what who with for not this they has have from does when'.split(' '),
  de: 'der die das und ist sie nicht ein eine wie mit von wer wenn oder den dem zu auf für haben'.split(' '),
  fr: 'les des est vous vos et une pour qui que dans votre pas avec sont aux du ou si'.split(' '),
  it: 'il gli di che è per sono della dei con non chi nella delle dai più si una o se'.split(' '),
}

const keys = readFactKeys()
const asked = [...keys.values()].filter(({ question, retired }) => question !== null && !retired)
const formOf = (capability: string, name: string): Form => {
  const folder = join(import.meta.dirname, '..', capability, 'forms')
  const found = readDataFolder(folder, formSchema).find(({ data }) => data.key === name)
  assert.ok(found, `${name} is no form of ${capability}`)
  return found.data
}
const yearlyCheck = formOf('assessments', 'yearly-check')
const firstQuestions = formOf('catalogue', 'first-questions')

test('every fact that others rely on is in the dictionary, with its shape', () => {
  const wanted = { ...readByThePlatform, ...askedOfPeople }
  const found = Object.keys(wanted).map((name) => [name, shapeIn(keys.get(name), wanted[name] ?? '')])
  assert.deepEqual(Object.fromEntries(found), wanted)
})

test('what the platform reads is asked of nobody, and the rest is asked', () => {
  for (const name of Object.keys(readByThePlatform)) {
    assert.notEqual(keys.get(name)?.readFrom, null, name)
    assert.equal(keys.get(name)?.question, null, name)
  }
  for (const name of Object.keys(askedOfPeople)) {
    assert.equal(keys.get(name)?.readFrom, null, name)
    assert.ok(keys.get(name)?.question, name)
    assert.ok(keys.get(name)?.help, `${name} has no help`)
  }
})

test('every country of a profile is a value of the fact', () => {
  const shape = keys.get('org.country')?.shape
  assert.deepEqual(
    shape?.kind === 'choice' ? shape.choices : [],
    countries.map((code) => code.toLowerCase()),
  )
})

test('no text is copied from another language', () => {
  for (const key of asked)
    for (const texts of [key.question, key.why, key.help])
      if (texts) assert.equal(new Set(Object.values(texts)).size, languages.length, `${key.key}: ${texts.en}`)
})

test('every text is written in its own language', () => {
  for (const key of asked)
    for (const language of languages) {
      const words = wordsOf(wordsFor(key, language).toLowerCase())
      const count = (of: Language) => words.filter((one) => smallWords[of].includes(one)).length
      const [best] = languages.toSorted((a, b) => count(b) - count(a))
      assert.equal(best, language, `${key.key}: the ${language} text reads like ${best}`)
    }
})

test('the texts keep the style: typographic marks, no exclamation, no straight quotes', () => {
  for (const key of keys.values())
    for (const texts of [key.label, key.question, key.why, key.help, ...Object.values(key.choiceLabels)])
      if (texts) assert.doesNotMatch(Object.values(texts).join(' '), /['"!]| {2}/, key.key)
})

test('a question fits on a small screen and is a question', () => {
  for (const { key, question } of asked) {
    assert.ok((question?.en.length ?? 0) <= maxQuestionLength, `${key}: ${question?.en.length} characters`)
    for (const text of Object.values(question ?? {})) assert.match(text, /\?$/, key)
  }
})

test('within one fact no two choices read alike', () => {
  for (const key of keys.values())
    for (const language of languages) {
      const words = Object.values(key.choiceLabels).map((texts: Texts) => texts[language])
      assert.equal(new Set(words).size, words.length, `${key.key} in ${language}`)
    }
})

for (const form of [yearlyCheck, firstQuestions])
  test(`the form ${form.key} is sound`, () => {
    assert.deepEqual(faultsOfForm(form, keys), [])
    assert.deepEqual(faultsOfConditions(form), [])
    for (const texts of [form.title, form.intro, ...form.sections.map(({ title }) => title)])
      assert.equal(new Set(Object.values(texts)).size, languages.length, texts.en)
  })

test('the yearly check has ten, twenty-five, and forty to fifty questions', () => {
  const count = (depth: 1 | 2 | 3) => questionsOf(yearlyCheck, () => null, { depth }).length
  assert.equal(count(1), 10)
  assert.equal(count(2), 25)
  assert.ok(count(3) >= 40 && count(3) <= 50, `${count(3)} questions`)
})

test('the yearly check asks everything that is a matter of protection', () => {
  const inForm = new Set(yearlyCheck.sections.flatMap(({ questions }) => questions.map(({ fact }) => fact)))
  const wanted = Object.keys(askedOfPeople).filter(
    (name) => !name.startsWith('law.') && !notInTheYearlyCheck.has(name),
  )
  assert.deepEqual([...inForm].toSorted(), wanted.toSorted())
})

test('a newcomer is asked five questions at most', () => {
  assert.ok(questionsOf(firstQuestions, () => null).length <= 5)
})

for (const language of languages)
  test(`the questions can be read without effort: ${language}`, (t) => {
    const level = readingLevelOf(asked.map((key) => wordsFor(key, language)).join('\n'))
    t.diagnostic(
      `${language}: LIX ${level.lix.toFixed(1)}, ${level.wordsPerSentence.toFixed(1)} words in a sentence, ` +
        `${level.longWordShare.toFixed(1)} % long words, ${level.words} words`,
    )
    assert.ok(level.lix <= maxLix, `LIX ${level.lix.toFixed(1)} is above ${maxLix}`)
  })

function wordsFor({ question, why, help }: FactKey, language: Language): string {
  return [question, why, help].flatMap((texts) => (texts ? [texts[language]] : [])).join('\n')
}

/** In the form in which the tables above write it; of the countries only that it is a choice. */
function shapeIn(key: FactKey | undefined, wanted: string): string {
  if (!key) return 'is not there'
  const { shape }: { readonly shape: FactShape } = key
  if (wanted === 'choice') return shape.kind
  switch (shape.kind) {
    case 'answer':
      return 'answer'
    case 'number':
      return `number ${shape.unit}`
    case 'choice':
    case 'several':
      return `${shape.kind} ${shape.choices.join('|')}`
  }
}

/** A condition names values that can be, and facts that are asked before or that the platform knows. */
function faultsOfConditions(form: Form): readonly string[] {
  const order = form.sections.flatMap(({ questions }) => questions)
  return order.flatMap(({ fact, when }, index) =>
    Object.entries(when).flatMap(([name, cell]) => {
      const key = keys.get(name)
      if (!key) return []
      const isKnown = key.readFrom !== null || order.slice(0, index).some((one) => one.fact === name)
      return [
        ...faultsOfCell(key, cell).map((fault) => `${fact}, ${name}: ${fault}`),
        ...(isKnown ? [] : [`${fact} depends on ${name}, which comes later`]),
      ]
    }),
  )
}
