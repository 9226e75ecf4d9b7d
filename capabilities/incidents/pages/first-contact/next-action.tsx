// The page after sending: one thing to do, who rings by when and what happens if not, and the word of the case.
// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '../../../../platform/http/endpoint.ts'
import { formatInstant } from '../../../../platform/i18n/index.ts'
import { CsrfField } from '../../../../web/kit/index.ts'
import type { Night } from '../../actions/first-steps.ts'
import { addressIn, type NightFrame, nightPage, PhoneLink } from './frame.tsx'
import { Meanwhile } from './meanwhile.tsx'
import { OneThing } from './one-thing.tsx'

export interface NextActionPage extends NightFrame {
  readonly path: string
  readonly csrfToken: string | null
  readonly night: Night
  readonly now: Date
}

export function nextActionPage(page: NextActionPage): PageReply {
  const { translator, night, path } = page
  const { t } = translator
  const { incident, step, organisationName } = night
  const isOpen = incident.state === 'open'
  const shown = isOpen ? step : null
  const title = shown ? t(`night.step.${shown}.title`) : headingOf(page)
  const opened = formatInstant(incident.openedAt, { translator, timeZone: night.timeZone })
  return nightPage({
    ...page,
    title,
    isExercise: incident.realm === 'exercise',
    content: (
      <>
        <p class="small">
          {t('night.received', { organisation: organisationName, opened })}
          <strong class="word" translate={false}>
            {incident.word}
          </strong>
        </p>
        {shown ? <OneThingForm {...page} /> : <h1>{title}</h1>}
        <Meanwhile {...page} />
        <p class="again">
          <a href={addressIn(path, translator.locale)}>{t('night.again')}</a>
        </p>
        <DoneBefore {...page} />
        <Numbers {...page} />
        <Foot {...page} />
      </>
    ),
  })
}

function headingOf({ translator: { t }, night: { incident } }: NextActionPage): string {
  if (incident.state === 'closed') return t('night.heading.closed')
  return incident.answeredAt === null ? t('night.heading.reachable') : t('night.heading.onPhone')
}

function OneThingForm({ translator, path, csrfToken, night: { step, answers } }: NextActionPage) {
  if (step === null) return null
  const { t } = translator
  return (
    <OneThing translator={translator} step={step} isSpreading={answers.spreading === 'yes'}>
      <form method="post" action={addressIn(path, translator.locale)}>
        <CsrfField token={csrfToken} />
        <input type="hidden" name="step" value={step} />
        <button type="submit" name="outcome" value="done">
          {t('night.done')}
        </button>
        <button class="second" type="submit" name="outcome" value="cannot">
          {t('night.cannot')}
        </button>
      </form>
    </OneThing>
  )
}

function DoneBefore({ translator, night: { done, timeZone } }: NextActionPage) {
  if (done.length === 0) return null
  const { t } = translator
  return (
    <section aria-labelledby="before">
      <h2 id="before">{t('night.before')}</h2>
      <ul class="lines">
        {done.map(({ step, outcome, at }) => (
          <li key={step} class={outcome === 'done' ? 'y' : 'x'}>
            {t(`night.before.${outcome}`, {
              step: t(`night.step.${step}.title`),
              at: formatInstant(at, { translator, timeZone }),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The one emergency number of all EU countries, Directive (EU) 2018/1972 Art. 109. */
const emergencyNumber = '112'

function Numbers({ translator: { t }, phone }: NextActionPage) {
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{t('night.numbers')}</h2>
      <dl class="nums">
        {phone && (
          <>
            <dt>{t('night.numbers.centre')}</dt>
            <dd>
              <PhoneLink phone={phone} />
            </dd>
          </>
        )}
        <dt>{t('night.numbers.emergency')}</dt>
        <dd>
          <PhoneLink phone={emergencyNumber} />
        </dd>
      </dl>
    </section>
  )
}

function Foot({ translator, night, now }: NextActionPage) {
  const { t } = translator
  const moment = formatInstant(now, { translator, timeZone: night.timeZone })
  return (
    <div class="foot small">
      <p>{t('night.lost', { word: night.incident.word })}</p>
      <p>{t('night.asOf', { moment, zone: night.timeZone })}</p>
    </div>
  )
}
