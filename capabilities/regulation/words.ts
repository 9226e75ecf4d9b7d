// The words for answers, laws and reasons of duties.
// SPDX-License-Identifier: EUPL-1.2
import { formatList, type Translator } from '../../platform/i18n/index.ts'
import { type FactKey, textIn } from '../facts/index.ts'
import { beyond, type Combined, decidingOf } from './combined.ts'
import { type Duty, type DutyState, dutyStates } from './duty-standing.ts'
import type { ClassAnswer } from './entity-class.ts'

/** The reasons of the rows that decided, each once; a table of another country gives none. */
export function reasonsOf(combined: Combined, { locale }: Translator): readonly string[] {
  const texts = decidingOf(combined).flatMap(({ rows }) =>
    rows.flatMap(({ because, outcome }) => (because && outcome !== beyond ? [textIn(because, locale)] : [])),
  )
  return [...new Set(texts)]
}

export function lawName(law: Duty['body']['law'], { t }: Translator): string {
  return t(`regulation.law.${law}`)
}

export function stateName(state: DutyState, { t }: Translator): string {
  return t(`regulation.state.${state}`)
}

/** What was told before: a class, or the state of a duty. */
export function toldName(outcome: string, translator: Translator): string {
  const state = dutyStates.find((one) => one === outcome)
  return state ? stateName(state, translator) : className(outcome, translator)
}

export function className(answer: string, { t, find }: Translator): string {
  return find(`regulation.class.${answer}`) ?? t('regulation.class.unknown')
}

/** "essential or important". */
export function possibleClasses(possible: readonly string[], translator: Translator): string {
  return new Intl.ListFormat(translator.locale, { type: 'disjunction' }).format(
    possible.map((one) => className(one, translator)),
  )
}

type Headline = 'essential' | 'important' | 'at-least-important' | 'not-in-scope' | 'uncertain' | 'open'

/** Which sentence opens the page. */
export function headlineOf({ answer, possible }: Pick<ClassAnswer, 'answer' | 'possible'>): Headline {
  switch (answer) {
    case 'essential':
    case 'important':
    case 'not-in-scope':
    case 'uncertain':
      return answer
    default:
      return possible.every((one) => one === 'essential' || one === 'important')
        ? 'at-least-important'
        : 'open'
  }
}

export function factNames(
  names: readonly string[],
  keys: ReadonlyMap<string, FactKey>,
  translator: Translator,
): string {
  return formatList(
    names.map((name) => {
      const key = keys.get(name)
      return key ? textIn(key.label, translator.locale) : name
    }),
    translator,
  )
}
