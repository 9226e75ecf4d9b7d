// The words and shapes for standings, answers, facts, faults and what is asked for.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault as FileFault } from '@salus/standards/fault'
import { formatList, type Translator } from '../../../platform/i18n/index.ts'
import type { State } from '../../../web/kit/index.ts'
import type { MeasureStanding, Standing } from '../../catalogue/index.ts'
import { type FactKey, type FactValue, textIn } from '../../facts/index.ts'
import type { Asked } from '../purchase.ts'
import type { Answer, SheetAnswer, SheetState } from '../sheet.ts'
import type { Fault, Faults } from '../typed.ts'

export const lookOfStanding: Readonly<Record<Standing, State>> = {
  done: 'done',
  partly: 'half',
  'not-done': 'new',
  'not-known': 'unknown',
}

const lookOfAnswer: Readonly<Record<Answer, State>> = {
  yes: 'done',
  partly: 'half',
  no: 'late',
  'not-applicable': 'silent',
}

export const lookOfSheet: Readonly<Record<SheetState, State>> = {
  sent: 'new',
  begun: 'half',
  'handed-in': 'done',
}

/** No answer is none: it has a look of its own and is never shown as no. */
export function answerWord(
  given: SheetAnswer | undefined,
  { t }: Translator,
): { readonly look: State; readonly word: string } {
  const answer = given?.answer ?? null
  return answer === null
    ? { look: 'unknown', word: t('guidance.answer.none') }
    : { look: lookOfAnswer[answer], word: t(`guidance.answer.${answer}`) }
}

export function factLabel(keys: ReadonlyMap<string, FactKey>, fact: string, { locale }: Translator): string {
  const key = keys.get(fact)
  return key ? textIn(key.label, locale) : fact
}

export function valueText(
  keys: ReadonlyMap<string, FactKey>,
  fact: string,
  value: FactValue | null,
  translator: Translator,
): string {
  const { t, locale } = translator
  if (value === null || value === 'unknown') return t('guidance.value.unknown')
  if (typeof value === 'object')
    return formatList(
      value.map((one) => valueText(keys, fact, one, translator)),
      translator,
    )
  const label = keys.get(fact)?.choiceLabels[String(value)]
  if (label) return textIn(label, locale)
  return value === 'yes' || value === 'no' ? t(`guidance.value.${value}`) : String(value)
}

/** What is known decides where anything is known; else what lacks. */
export function standingReason(
  { standing, rows, lacking }: MeasureStanding,
  keys: ReadonlyMap<string, FactKey>,
  translator: Translator,
) {
  const { tr } = translator
  if (standing === 'not-known')
    return tr('guidance.standing.lacking', {
      facts: formatList(
        lacking.map((fact) => factLabel(keys, fact, translator)),
        translator,
      ),
    })
  const said = rows.flatMap(({ fact, is, current }) =>
    is === 'not-known' || current === null
      ? []
      : [`${factLabel(keys, fact, translator)}: ${valueText(keys, fact, current.value, translator)}`],
  )
  return tr(
    rows.some(({ current }) => current?.isOld) ? 'guidance.standing.old' : 'guidance.standing.because',
    {
      facts: formatList(said, translator),
    },
  )
}

export function askedReason({ kinds, touched, unsure }: Asked, translator: Translator) {
  const { t, tr } = translator
  const bought = formatList(
    kinds.map((kind) => t(`guidance.kind.${kind}`)),
    translator,
  )
  const list = (all: typeof touched) =>
    formatList(
      all.map((touch) => t(`guidance.touch.${touch}`)),
      translator,
    )
  if (touched.length > 0) return tr('guidance.asked.touched', { kinds: bought, touches: list(touched) })
  if (unsure.length > 0) return tr('guidance.asked.unsure', { kinds: bought, touches: list(unsure) })
  return tr('guidance.asked.kind', { kinds: bought })
}

export function faultText(fault: Fault | undefined, { t }: Translator): string | undefined {
  return fault && t(`guidance.fault.${fault}`)
}

/** For the summary on top: each fault leads to its field. */
export function faultList(
  faults: Faults,
  labels: Readonly<Record<string, string>>,
  translator: Translator,
): readonly { readonly fieldId: string; readonly text: string }[] {
  return Object.entries(faults).flatMap(([field, fault]) =>
    fault ? [{ fieldId: field, text: `${labels[field] ?? field}: ${faultText(fault, translator)}` }] : [],
  )
}

export interface FileFaultText {
  readonly why: string
  readonly whatToDo: string
  /** Set where there are no words in the reader's language. */
  readonly lang: 'en' | undefined
}

/** English names the very case; the other languages say what kind of fault it is, as the import of lists does. */
export function fileFaultText(fault: FileFault, { find, locale }: Translator): FileFaultText {
  const code = fault.code.replace('/', '.')
  const say = (part: 'why' | 'do') =>
    find(`guidance.file-fault.${code}.${part}`) ?? find(`assets.fault.${code}.${part}`)
  const why = locale === 'en' ? undefined : say('why')
  const whatToDo = say('do')
  if (why && whatToDo) return { why, whatToDo, lang: undefined }
  return { why: fault.detail, whatToDo: fault.remedy, lang: locale === 'en' ? undefined : 'en' }
}
