// The seven courses: all there, ten minutes long, easy to read, whole in each language, with quizzes that test.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Locale, locales } from '../../platform/i18n/index.ts'
import { aFact } from '../facts/builders.ts'
import { decide, type FactValue, faultsOfTable, readFactKeys, type Texts } from '../facts/index.ts'
import { readingLevelOf } from '../facts/reading-level.ts'
import { audienceTable, courseRoles, type ItemOf, itemByKey, ownItemsOf } from './index.ts'

type Course = ItemOf<'course'>
const courses = ownItemsOf('course').filter(({ provider }) => provider.name === 'Salus')

/** Slow, and meant so: people read between two bells, on a screen that is not theirs. */
const wordsPerMinute = 130
const minutesPerQuestion = 0.5
/** Management and IT read words that nobody can spare them. */
const hardest = (key: string) => (key === 'course-it' || key === 'course-board' ? 55 : 50)

const textsOfLesson = ({ title, scene, text, remember }: Course['body']['lessons'][number]) => [
  title,
  ...(scene ? [scene] : []),
  text,
  ...remember,
]
const textsOfQuestion = ({ question, choices, explanation }: Course['body']['quiz'][number]) => [
  question,
  ...choices.map(({ text }) => text),
  explanation,
]
const lessonTexts = ({ body }: Course): readonly Texts[] => body.lessons.flatMap(textsOfLesson)
const allTexts = (course: Course): readonly Texts[] => [
  course.title,
  course.summary,
  ...course.body.goals,
  ...lessonTexts(course),
  ...course.body.quiz.flatMap(textsOfQuestion),
]
const joined = (texts: readonly Texts[], locale: Locale) => texts.map((one) => one[locale]).join('\n\n')
const spaced = (text: string) => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

test('there is one course for each role', () => {
  assert.deepEqual(
    courses.map(({ key }) => key).toSorted(),
    courseRoles.map((role) => `course-${role}`).toSorted(),
  )
  for (const { key, body } of courses) assert.equal(key, `course-${body.role}`)
})

for (const course of courses) {
  test(`${course.key} takes ten minutes in every language`, (t) => {
    for (const locale of locales) {
      const words = spaced(joined(lessonTexts(course), locale))
      const minutes = words / wordsPerMinute + course.body.quiz.length * minutesPerQuestion
      t.diagnostic(`${course.key} ${locale}: ${words} words, ${minutes.toFixed(1)} minutes`)
      assert.ok(minutes <= course.body.minutes, `${locale}: ${minutes.toFixed(1)} minutes`)
      assert.ok(minutes >= course.body.minutes - 2, `${locale}: only ${minutes.toFixed(1)} minutes`)
    }
  })

  test(`${course.key} reads easily in every language`, (t) => {
    for (const locale of locales) sayLevel(t, course, locale)
  })

  test(`${course.key} teaches with scenes and a quiz whose answers are not found by their place or length`, () => {
    const { lessons, quiz } = course.body
    assert.ok(lessons.length >= 4 && lessons.length <= 5)
    assert.ok(lessons.filter(({ scene }) => scene !== null).length >= 3)
    assertUnique(lessons.map(({ key }) => key))
    assert.equal(quiz.length, 5)
    assertUnique(quiz.map(({ key }) => key))
    for (const { choices } of quiz) {
      assertUnique(choices.map(({ key }) => key))
      assert.ok(choices.length === 3 || choices.length === 4)
    }
    const places = new Set(quiz.map(({ choices }) => choices.findIndex(({ right }) => right)))
    assert.ok(places.size >= 3, 'The right answer stands at too few places.')
    for (const locale of locales) {
      const longest = quiz.filter((question) => isRightLongest(question, locale)).length
      assert.ok(longest <= 3, `${locale}: the right answer is the longest of ${longest} questions.`)
    }
  })

  test(`${course.key} is written in each language, none of it copied from another`, () => {
    for (const texts of allTexts(course)) assertUnique(locales.map((locale) => texts[locale]))
    for (const locale of locales) {
      const text = joined(allTexts(course), locale)
      assert.doesNotMatch(text, /'|!/, `${locale}: a straight apostrophe or an exclamation mark`)
      if (locale === 'fr')
        assert.doesNotMatch(text, / [?!;:»]|« /u, 'an ordinary space where the line may break')
    }
  })

  test(`${course.key} says for whom, and every combination is decided`, () => {
    const keys = readFactKeys()
    const table = audienceTable(course)
    assert.deepEqual(faultsOfTable(table, keys), [])
  })
}

const cases: readonly (readonly [key: string, fact: string, value: FactValue, answer: string])[] = [
  ['course-ward', 'org.it-people', 'unknown', 'yes'],
  ['course-pharmacy-laboratory', 'care.services', ['surgery', 'pharmacy'], 'yes'],
  ['course-pharmacy-laboratory', 'care.services', ['laboratory', 'pharmacy'], 'yes'],
  ['course-pharmacy-laboratory', 'care.services', ['outpatient'], 'no'],
  ['course-pharmacy-laboratory', 'care.services', 'unknown', 'unknown'],
  ['course-biomedical', 'devices.medical', 'yes', 'yes'],
  ['course-biomedical', 'devices.medical', 'no', 'no'],
  ['course-biomedical', 'devices.medical', 'unknown', 'unknown'],
  ['course-it', 'org.it-people', 'one', 'yes'],
  ['course-it', 'org.it-people', 'outside', 'no'],
]
for (const [key, fact, value, answer] of cases)
  test(`${key} for ${fact} = ${String(value)}: ${answer}`, () => {
    const item = itemByKey(key)
    assert.ok(item)
    const decision = decide(audienceTable(item), (asked) => (asked === fact ? aFact(fact, value) : null))
    assert.equal(decision.answer, answer)
    assert.deepEqual(decision.lacking, answer === 'unknown' ? [fact] : [])
  })

function sayLevel(t: TestContext, course: Course, locale: Locale): void {
  const { lix, wordsPerSentence, longWordShare } = readingLevelOf(joined(allTexts(course), locale))
  t.diagnostic(
    `${course.key} ${locale}: LIX ${lix.toFixed(0)} (${wordsPerSentence.toFixed(1)} words a sentence, ${longWordShare.toFixed(0)} % long)`,
  )
  assert.ok(lix < hardest(course.key), `${locale}: LIX ${lix.toFixed(0)}`)
}

function isRightLongest({ choices }: Course['body']['quiz'][number], locale: Locale): boolean {
  const right = choices.find((choice) => choice.right)?.text[locale].length ?? 0
  return choices.every((choice) => choice.right || choice.text[locale].length < right)
}

function assertUnique(words: readonly string[]): void {
  assert.equal(new Set(words).size, words.length, `The same twice: ${words.join(' | ')}`)
}
