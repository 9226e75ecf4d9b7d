// Who rings by when, and what happens if that person does not answer.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant, type Translator } from '../../../../platform/i18n/index.ts'
import type { Night } from '../../actions/first-steps.ts'
import { nextStepAt } from '../../wake.ts'
import { inOneLine } from './frame.tsx'

export interface MeanwhileProps {
  readonly translator: Translator
  readonly phone: string | null
  readonly night: Night
}

/** Minutes after which whoever waits should not wait any longer for an officer who has taken the case. */
const ringWithinMinutes = 10

export function Meanwhile({ translator, phone, night }: MeanwhileProps) {
  const { t } = translator
  const { incident } = night
  if (incident.state === 'closed') return <p>{closedLine(translator, night)}</p>
  return (
    <section aria-labelledby="meanwhile">
      <h2 id="meanwhile">{t('night.meanwhile')}</h2>
      <ul class="lines">
        <li class={incident.answeredAt ? 'y' : 'w'}>{ringLine(translator, night)}</li>
        {phone && <li class="w">{t('night.meanwhile.ringUs', { phone: inOneLine(phone) })}</li>}
        <li class="y">{t('night.meanwhile.clocks')}</li>
      </ul>
    </section>
  )
}

function ringLine(translator: Translator, { incident, timeZone }: Night): string {
  const { t } = translator
  const say = (instant: Date) => formatInstant(instant, { translator, timeZone })
  const number = inOneLine(incident.reporterPhone ?? t('night.unknown'))
  if (incident.answeredAt !== null)
    return t('night.meanwhile.answered', {
      name: incident.answeredByName ?? '',
      at: say(incident.answeredAt),
      number,
      by: say(new Date(incident.answeredAt.getTime() + ringWithinMinutes * 60_000)),
    })
  const next = say(nextStepAt(incident))
  if (incident.toldAt === null) return t('night.meanwhile.waking', { number, next })
  const values = { number, next, told: say(incident.toldAt) }
  return incident.toldSteps > 1 ? t('night.meanwhile.nobody', values) : t('night.meanwhile.woken', values)
}

function closedLine(translator: Translator, { incident, timeZone }: Night): string {
  const at = incident.closedAt ? formatInstant(incident.closedAt, { translator, timeZone }) : ''
  return translator.t('night.closed', { name: incident.closedByName ?? '', at })
}
