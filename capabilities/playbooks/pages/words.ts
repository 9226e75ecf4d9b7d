// The words for steps, their states, owners and times, and how a page knows its reader.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { AnyRequest } from '../../../platform/http/endpoint.ts'
import { formatInstant, type Translator } from '../../../platform/i18n/index.ts'
import type { State } from '../../../web/kit/index.ts'
import type { StepState } from '../standing.ts'
import type { AnswerView, StepStanding, StepView } from '../step-view.ts'

export interface Reader {
  readonly translator: Translator
  readonly timeZone: string
  readonly csrfToken: string | null
}

export function readerOf(context: Context, request: AnyRequest): Reader {
  const home = request.membership ?? request.caller?.memberships[0]
  return {
    translator: context.translator(request.locale),
    timeZone: home?.timeZone ?? 'UTC',
    csrfToken: request.caller?.csrfToken ?? null,
  }
}

type Saying = Pick<Reader, 'translator' | 'timeZone'>

export function instant(at: Date, { translator, timeZone }: Saying): string {
  return formatInstant(at, { translator, timeZone })
}

/** Late is said in words as well; what could not be done asks for attention. */
export function lookOf({ state, isLate, done }: StepStanding): State {
  if (isLate) return 'late'
  if (state === 'done' && done?.result === 'cannot') return 'silent'
  return looks[state]
}

const looks: Readonly<Record<StepState, State>> = { open: 'half', done: 'done', later: 'new', skipped: 'new' }

export function stateWord(step: StepView, { translator }: Saying): string {
  const { t } = translator
  const { standing } = step
  if (!standing) return ''
  if (standing.state === 'done') return resultWord(step, standing.done?.result ?? '', translator)
  return t(standing.isLate ? 'playbooks.state.late' : `playbooks.state.${standing.state}`)
}

/** On paper: a box to tick, one that is ticked or crossed out, or one that nobody needs. */
export function boxOf(standing: StepStanding | null): string {
  if (standing?.state === 'skipped') return '⊟'
  if (standing?.state !== 'done') return '☐'
  return standing.done?.result === 'cannot' ? '☒' : '☑'
}

export function resultWord(step: StepView, result: string, translator: Translator): string {
  const answer = step.answers.find(({ key }) => key === result)
  return answer ? answerWord(step, answer, translator) : result
}

export function answerWord(
  step: Pick<StepView, 'kind'>,
  { key, label }: AnswerView,
  { t }: Translator,
): string {
  if (label !== null) return label
  if (step.kind === 'action')
    return key === 'cannot' ? t('playbooks.outcome.cannot') : t('playbooks.outcome.done')
  return key === 'yes' ? t('playbooks.answer.yes') : key === 'no' ? t('playbooks.answer.no') : key
}

const minutesPerHour = 60
const minutesPerDay = 24 * minutesPerHour

/** From the start of the run: "within 20 min", "within 2 h", "within 3 days". */
export function offsetWord(minutes: number | null, { t }: Translator): string {
  if (minutes === null) return t('playbooks.due.none')
  if (minutes >= minutesPerDay && minutes % minutesPerDay === 0)
    return t('playbooks.due.days', { days: minutes / minutesPerDay })
  if (minutes >= minutesPerHour && minutes % minutesPerHour === 0)
    return t('playbooks.due.hours', { hours: minutes / minutesPerHour })
  return t('playbooks.due.minutes', { minutes })
}

/** In a run the moment comes first; in the library there is none. */
export function dueWord(step: StepView, reader: Saying): string {
  const { t } = reader.translator
  const { standing, dueMinutes } = step
  if (!standing) return offsetWord(dueMinutes, reader.translator)
  if (standing.round > 0) return t('playbooks.due.again', { count: standing.round + 1 })
  return standing.dueAt === null
    ? t('playbooks.due.none')
    : t('playbooks.due.at', { moment: instant(standing.dueAt, reader) })
}

/** "then step 5", "then steps 4 and 6, side by side", "then the end". */
export function wayWord({ leadsTo, waits }: AnswerView, { t, locale }: Translator): string {
  const numbers = new Intl.ListFormat(locale, { type: 'conjunction' }).format(leadsTo.map(String))
  if (waits) return t('playbooks.way.join', { numbers: numbers || '–' })
  return leadsTo.length === 0
    ? t('playbooks.way.end')
    : t('playbooks.way.steps', { numbers, count: leadsTo.length })
}
