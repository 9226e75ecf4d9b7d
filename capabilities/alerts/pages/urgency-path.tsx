// How urgent and why: the four questions of the SSVC decision, each with the fact that answered it.
// SPDX-License-Identifier: EUPL-1.2
import { formatDay, type TranslationKey } from '../../../platform/i18n/index.ts'
import { DecisionPath, Plain, UrgencyTag } from '../../../web/kit/index.ts'
import type { ThreatFactsOfAdvisory } from '../../advisories/index.ts'
import type { Alert } from '../store.ts'
import { type PathStep, urgencyTable } from '../urgency.ts'
import { urgencySource } from '../urgency-table.ts'
import { type Reader, urgencyLook, urgencyWord } from './words.ts'

const maxCves = 5

export function UrgencyPath({
  alert,
  threat,
  reader,
}: {
  readonly alert: Alert
  readonly threat: ThreatFactsOfAdvisory | null
  readonly reader: Reader
}) {
  const { t } = reader.translator
  const look = urgencyLook({ ...alert, answer: 'affected' })
  const word = urgencyWord({ ...alert, answer: 'affected' }, reader.translator)
  const result = {
    urgency: look,
    lead: t('alerts.urgent.so'),
    answer: word,
    because: t('alerts.urgent.row', { row: alert.urgencyPath.row, table: urgencyTable }),
  }
  return (
    <Plain
      id="urgency"
      heading={t('alerts.urgent.title')}
      aside={<UrgencyTag urgency={look}>{word}</UrgencyTag>}
    >
      <DecisionPath
        questions={alert.urgencyPath.path.map((step) => questionOf(step, reader))}
        result={result}
      />
      <p class="s-small s-quiet">
        {threat && alert.raisedFor === 'match' && (
          <Specialists alert={alert} threat={threat} reader={reader} />
        )}{' '}
        <a href={urgencySource.url} rel="noreferrer">
          {t('alerts.urgent.source')}
        </a>
      </p>
    </Plain>
  )
}

function Specialists({
  alert,
  threat,
  reader,
}: {
  readonly alert: Alert
  readonly threat: ThreatFactsOfAdvisory
  readonly reader: Reader
}) {
  const { t } = reader.translator
  const { epss } = threat
  const impact = alert.urgencyPath.technicalImpact
  const said = [
    t('alerts.urgent.specialists', {
      cves: threat.cveIds.slice(0, maxCves).join(', ') || '–',
      score: threat.maxBaseScore ?? '–',
    }),
    ...(impact
      ? [t('alerts.urgent.specialists.impact', { impact: impact === 'total' ? 'total' : 'other' })]
      : []),
    ...(epss
      ? [
          t('alerts.urgent.specialists.epss', {
            day: dayOf(epss.scoreDate, reader),
            probability: inPercent(epss.probability),
            percentile: inPercent(epss.percentile),
          }),
        ]
      : []),
  ]
  return <>{said.join(' ')}</>
}

function inPercent(share: number): number {
  return Math.round(share * 1000) / 10
}

function dayOf(day: string, { translator }: Reader): string {
  return formatDay(day, { translator, style: 'day-year' })
}

/** The keys are made of the step's own closed words; translations.test.ts of the alerts checks that each exists. */
function questionOf(step: PathStep, reader: Reader) {
  const { t, find } = reader.translator
  const because = find(becauseKey(step)) ?? step.because
  return {
    question: t(`alerts.urgent.${step.question}`),
    answer: find(answerKey(step)) ?? step.answer,
    because: step.epss
      ? `${because} (${t('alerts.urgent.exploitation.because.epss.figures', { ...step.epss, day: dayOf(step.epss.scoreDate, reader) })})`
      : because,
    unknown: step.assumed,
  }
}

export function answerKey(step: Pick<PathStep, 'question' | 'answer'>): TranslationKey {
  return `alerts.urgent.${step.question}.${step.answer}` as TranslationKey
}

export function becauseKey(step: Pick<PathStep, 'question' | 'because'>): TranslationKey {
  return `alerts.urgent.${step.question}.because.${step.because}` as TranslationKey
}
