// What a person needs beside the two names: why it is asked, who proposed it, what depends on it, what was decided.
// SPDX-License-Identifier: EUPL-1.2
import { Plain, StateWord, Table, TimeLine } from '../../../web/kit/index.ts'
import type { PairView } from '../actions.ts'
import type { ExplanationStep } from '../explanation.ts'
import { advisoryHref, pairHref } from './paths.ts'
import { answerLooks, answerWord, clip, instant, nameText, type Reader } from './words.ts'

interface PartProps {
  readonly view: PairView
  readonly reader: Reader
}

export function WhyAsked({ view, reader }: PartProps) {
  const { t } = reader.translator
  const steps = view.steps.flatMap((step) => {
    const text = sayStep(step, reader)
    return text === null ? [] : [text]
  })
  const { foundAs } = view.pair
  return (
    <Plain id="why" heading={t('matching.why.title')}>
      <ul>
        {foundAs && !view.standing && <li>{t(`matching.why.${foundAs}`)}</li>}
        {steps.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Plain>
  )
}

/** The engine's comparison of names in the reader's language. */
function sayStep(step: ExplanationStep, { translator: { t } }: Reader): string | null {
  if (step.code === 'name') return t(`explain.name.${step.because}`, { own: step.own, stated: step.stated })
  if (step.code !== 'vendor') return null
  const values = { own: step.own ?? '', stated: step.stated ?? '' }
  if (step.relation === 'unknown') return t('explain.vendor.unknown')
  if (step.relation === 'related')
    return t('explain.vendor.related', { ...values, how: step.how ?? '', through: step.through ?? '' })
  return t(`explain.vendor.${step.relation}`, values)
}

export function Proposals({ view, reader }: PartProps) {
  const { t } = reader.translator
  if (view.proposals.length === 0) return null
  return (
    <Plain id="proposals" heading={t('matching.proposals.title')} aside={t('matching.proposals.aside')}>
      <TimeLine
        entries={view.proposals.map((proposal) => ({
          when: instant(proposal.proposedAt, reader),
          at: proposal.proposedAt,
          what: (
            <>
              <strong>{clip(proposal.organisationName)}</strong>, {clip(proposal.proposedByName)}:{' '}
              <q>{proposal.words}</q>
            </>
          ),
        }))}
      />
    </Plain>
  )
}

export function Concerned({ view, reader }: PartProps) {
  const { t } = reader.translator
  const { advisories, advisoryCount } = view
  return (
    <Plain
      id="concerned"
      heading={t('matching.concerned.title')}
      aside={t('shell.list.shownOf', { shown: advisories.length, total: advisoryCount })}
    >
      {advisories.length === 0 ? (
        <p>{t('matching.concerned.none')}</p>
      ) : (
        <ul>
          {advisories.map((advisory) => (
            <li key={advisory.advisoryId}>
              <a href={advisoryHref(advisory.advisoryId)}>{clip(advisory.title)}</a>
              <span class="s-sub">
                {clip(advisory.publisher, 80)} · {clip(advisory.trackingId, 80)}
              </span>
              {advisory.isExploited && <StateWord state="late">{t('matching.attacked')}</StateWord>}
            </li>
          ))}
        </ul>
      )}
    </Plain>
  )
}

export function Alike({ view, reader }: PartProps) {
  const { t } = reader.translator
  if (view.alike.length === 0) return null
  return (
    <Plain id="alike" heading={t('matching.alike.title')} flush>
      <Table
        caption={t('matching.alike.title')}
        rows={view.alike}
        keyOf={(one) => one.id}
        columns={[
          {
            label: t('matching.column.list'),
            kind: 'head',
            cell: (one) => <a href={pairHref(one.pairId)}>{nameText(one.inventoryName)}</a>,
          },
          { label: t('matching.column.advisory'), cell: (one) => nameText(one.statedName) },
          {
            label: t('matching.column.decision'),
            cell: (one) => (
              <>
                <StateWord state={answerLooks[one.answer]}>{answerWord(one.answer, reader)}</StateWord>
                <span class="s-sub">{clip(one.reason, 200)}</span>
              </>
            ),
          },
        ]}
      />
    </Plain>
  )
}

export function Made({ view, reader }: PartProps) {
  const { t } = reader.translator
  if (view.decisions.length === 0) return null
  return (
    <Plain id="made" heading={t('matching.made.title')} aside={t('matching.made.aside')}>
      <TimeLine
        entries={view.decisions.map((decision) => ({
          when: instant(decision.decidedAt, reader),
          at: decision.decidedAt,
          what: (
            <>
              {t('matching.made.line', {
                who: clip(decision.decidedByName),
                answer: answerWord(decision.answer, reader),
              })}{' '}
              <q>{decision.reason}</q>
            </>
          ),
        }))}
      />
    </Plain>
  )
}
