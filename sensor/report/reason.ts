// Says in one sentence and in the reader's language why a rule held.
// SPDX-License-Identifier: EUPL-1.2
import type { Counted, Decided } from '../engine/because.ts'
import type { Finding } from '../engine/finding.ts'
import { printable } from '../engine/printable.ts'
import { isWordKey, type Words } from '../words/words.ts'

/** Tests that one sentence can bear; the table of evidence has the others. */
const maxTests = 4
const maxUnits = 60

/** The engine's own English sentence where the finding does not have its reason as values. */
export function reasonText(finding: Finding, words: Words): string {
  const { because, counted, reason, group } = finding
  if (counted) return `${countedText(counted, words)}${groupText(group ?? {}, words)}.`
  if (!because || because.tests.length === 0) return printable(reason, 600)
  const tests = meaningful(because.tests)
  const said = tests.slice(0, maxTests).map((test) => testText(test, words))
  const more = because.tests.length - said.length + because.more
  const list = said.join('; ')
  return more > 0 ? `${list}; ${words.count('reason.more', more)}.` : `${list}.`
}

/** That it was this kind of event explains nothing where anything else decided. */
function meaningful(tests: readonly Decided[]): readonly Decided[] {
  const others = tests.filter(
    ({ field }) => field !== 'EventID' && field !== 'Channel' && field !== 'Provider_Name',
  )
  return others.length > 0 ? others : tests
}

export function testText({ field, relation, asked }: Decided, words: Words): string {
  return words.say(`reason.${relation}`, {
    field: field === null ? words.say('reason.any') : printable(field, maxUnits),
    asked: printable(asked, maxUnits),
  })
}

function countedText({ type, value, events, fields, withinMs }: Counted, words: Words): string {
  return words.say(`reason.${type}`, {
    value: Math.round(value * 100) / 100,
    events,
    fields: fields.map((field) => fieldText(field, words)).join(', '),
    span: spanText(withinMs, words),
  })
}

function groupText(group: Readonly<Record<string, string>>, words: Words): string {
  const who = Object.entries(group).map(
    ([name, value]) => `${fieldText(name, words)} “${printable(value, 80)}”`,
  )
  return who.length === 0 ? '' : ` ${words.say('reason.for', { who: who.join(', ') })}`
}

/** Fields of audit trails have words of their own; those of Windows are looked up under their names. */
function fieldText(name: string, words: Words): string {
  const key = `field.${name}`
  return isWordKey(key) ? words.say(key) : printable(name, maxUnits)
}

export function spanText(ms: number, words: Words): string {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
  ] as const
  for (const [unit, size] of units)
    if (ms >= size && ms % size === 0) return words.count(`span.${unit}`, ms / size)
  return words.count('span.s', ms / 1_000)
}
