// A check that is running: the next question first, then every question, who was asked, and how to end it.
// SPDX-License-Identifier: EUPL-1.2
import {
  BlockedButton,
  Button,
  ButtonLink,
  CsrfField,
  Details,
  LinkButton,
  NextStep,
  Plain,
  StateWord,
  Table,
} from '../../../web/kit/index.ts'
import { type AskedQuestion, type FactKey, nextQuestion, textIn, valueText } from '../../facts/index.ts'
import type { HouseView } from '../actions/check.ts'
import type { AskedLink } from '../actions/links.ts'
import type { Invitation } from '../campaign.ts'
import type { Check, CheckAnswer, Progress } from '../check.ts'
import { delegationState } from '../delegation.ts'
import { checkHref, questionHref } from './paths.ts'
import { type Reader, sayInstant } from './reader.ts'
import { Asked, DepthField } from './start.tsx'

export interface RunningProps {
  readonly organisationId: number
  readonly check: Check
  readonly house: HouseView
  readonly progress: Progress
  readonly keys: ReadonlyMap<string, FactKey>
  readonly links: readonly AskedLink[]
  readonly answers: readonly CheckAnswer[]
  readonly invitation: Invitation | null
  readonly reader: Reader
}

export function Running(props: RunningProps) {
  const { organisationId, check, house, progress, invitation, links, reader } = props
  const { t } = reader.translator
  return (
    <>
      {invitation && <Asked invitation={invitation} reader={reader} />}
      <Next {...props} />
      <Questions {...props} />
      {links.length > 0 && <Asking {...props} />}
      {progress.open.length > 0 && (
        <Plain id="close-early" heading={t('assessments.close.early')}>
          <p>{t('assessments.close.early.text', { count: progress.open.length })}</p>
          <Closing organisationId={organisationId} reader={reader} kind="secondary" />
        </Plain>
      )}
      <Plain id="depth-part" heading={t('assessments.running.change')}>
        <Details
          summary={t('assessments.running.depth', { depth: t(`assessments.depth.short.${check.depth}`) })}
        >
          <form class="s-stack" method="post" action={`${checkHref(organisationId)}/depth`}>
            <CsrfField token={reader.csrfToken} />
            <DepthField house={house} value={String(check.depth)} reader={reader} />
            <div>
              <Button kind="secondary">{t('assessments.running.depth.save')}</Button>
            </div>
          </form>
        </Details>
      </Plain>
    </>
  )
}

/** The next question; when none is open, the closing. */
function Next({ organisationId, house, progress, keys, reader }: RunningProps) {
  const { t, tr, locale } = reader.translator
  const next = nextQuestion(progress.questions, null)
  const key = next && keys.get(next.question.fact)
  const section = next && house.form.sections.find((one) => one.key === next.section)
  if (next && key)
    return (
      <NextStep
        id="next"
        label={t('assessments.running.next', { section: section ? textIn(section.title, locale) : '' })}
        heading={textIn(key.question ?? key.label, locale)}
        because={tr('assessments.running.because', { count: progress.open.length })}
        action={
          reader.mayAnswer ? (
            <ButtonLink href={questionHref(organisationId, next.question.fact)}>
              {t('assessments.running.go')}
            </ButtonLink>
          ) : (
            <BlockedButton id="go" because={tr('assessments.start.blocked')}>
              {t('assessments.running.go')}
            </BlockedButton>
          )
        }
      />
    )
  return (
    <NextStep
      id="next"
      label={t('assessments.close.label')}
      heading={t('assessments.close.heading')}
      detail={t('assessments.close.unknown', { count: progress.unknown.length })}
      because={tr('assessments.close.because')}
      action={<Closing organisationId={organisationId} reader={reader} kind="primary" />}
    />
  )
}

function Closing({
  organisationId,
  reader,
  kind,
}: {
  readonly organisationId: number
  readonly reader: Reader
  readonly kind: 'primary' | 'secondary'
}) {
  const { t, tr } = reader.translator
  if (!reader.mayClose)
    return (
      <BlockedButton id="close" because={tr('assessments.close.blocked')}>
        {t('assessments.close.button')}
      </BlockedButton>
    )
  return (
    <form method="post" action={`${checkHref(organisationId)}/close`}>
      <CsrfField token={reader.csrfToken} />
      <Button kind={kind}>{t('assessments.close.button')}</Button>
    </form>
  )
}

const looks = { open: 'new', old: 'late', answered: 'done', 'not-asked': 'silent' } as const

function Questions({ organisationId, house, progress, keys, answers, reader }: RunningProps) {
  const { t, locale } = reader.translator
  const evidence = new Map(answers.map((answer) => [answer.fact, answer]))
  const keyOf = ({ question }: AskedQuestion) => keys.get(question.fact)
  return (
    <Plain id="questions" heading={t('assessments.questions.heading')} flush>
      <Table
        caption={t('assessments.questions.heading')}
        rows={progress.questions}
        keyOf={({ question }) => question.fact}
        columns={[
          {
            label: t('assessments.questions.question'),
            kind: 'head',
            main: true,
            cell: (row) => {
              const key = keyOf(row)
              const text = key ? textIn(key.label, locale) : row.question.fact
              return reader.mayAnswer ? (
                <a href={questionHref(organisationId, row.question.fact)}>{text}</a>
              ) : (
                text
              )
            },
          },
          {
            label: t('assessments.questions.answer'),
            cell: (row) => {
              const key = keyOf(row)
              const fact = house.facts(row.question.fact)
              return key && fact ? valueText(key, fact.value, reader.translator) : '–'
            },
          },
          {
            label: t('assessments.questions.state'),
            cell: (row) => {
              const isUnknown =
                house.facts(row.question.fact)?.value === 'unknown' && row.standing === 'answered'
              return (
                <StateWord state={isUnknown ? 'unknown' : looks[row.standing]}>
                  {t(isUnknown ? 'assessments.questions.unknown' : `assessments.questions.${row.standing}`)}
                  {evidence.get(row.question.fact)?.evidenceUrl && ` · ${t('assessments.questions.proof')}`}
                </StateWord>
              )
            },
          },
        ]}
      />
    </Plain>
  )
}

function Asking({ organisationId, links, reader }: RunningProps) {
  const { t } = reader.translator
  const stateOf = (link: AskedLink) => delegationState(link, link.answered, reader.now)
  const shapes = { waiting: 'half', answered: 'done', over: 'silent', 'taken-back': 'silent' } as const
  return (
    <Plain id="asked" heading={t('assessments.asked.heading')} flush>
      <Table
        caption={t('assessments.asked.heading')}
        rows={links}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t('assessments.asked.whom'),
            kind: 'head',
            cell: ({ forWhom, email }) => t('assessments.asked.who', { name: forWhom, email }),
          },
          {
            label: t('assessments.asked.questions'),
            kind: 'number',
            cell: ({ facts, answered }) =>
              t('assessments.asked.count', {
                done: facts.filter((fact) => answered.has(fact)).length,
                total: facts.length,
              }),
          },
          {
            label: t('assessments.asked.state'),
            cell: (link) => (
              <StateWord state={shapes[stateOf(link)]}>
                {t(`assessments.asked.${stateOf(link)}`, { until: sayInstant(link.until, reader) })}
              </StateWord>
            ),
          },
          {
            label: t('assessments.asked.do'),
            hiddenLabel: true,
            phoneLabel: null,
            cell: (link) =>
              stateOf(link) === 'waiting' && reader.mayAnswer ? (
                <form method="post" action={`${checkHref(organisationId)}/links/${link.id}/take-back`}>
                  <CsrfField token={reader.csrfToken} />
                  <LinkButton>
                    {t('assessments.asked.back')}
                    <span class="s-hide"> {link.forWhom}</span>
                  </LinkButton>
                </form>
              ) : (
                ''
              ),
          },
        ]}
      />
    </Plain>
  )
}
