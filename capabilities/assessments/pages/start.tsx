// Before a check and after it: the choice of its depth, what must be asked again, and the checks of earlier years.
// SPDX-License-Identifier: EUPL-1.2
import {
  BlockedButton,
  Button,
  CsrfField,
  Plain,
  RadioField,
  ReasonLine,
  Sheet,
  Table,
} from '../../../web/kit/index.ts'
import { type AskedQuestion, type FactKey, textIn } from '../../facts/index.ts'
import type { HouseView } from '../actions/check.ts'
import type { Invitation } from '../campaign.ts'
import { type AskAgain as AskedAgain, type Check, depths, progressOf } from '../check.ts'
import { checkHref, pastHref } from './paths.ts'
import { type Reader, sayInstant } from './reader.ts'

export interface StartProps {
  readonly organisationId: number
  readonly house: HouseView
  readonly invitation: Invitation | null
  readonly year: number
  readonly hasLast: boolean
  readonly reader: Reader
}

export function Start({ organisationId, house, invitation, year, hasLast, reader }: StartProps) {
  const { t, tr } = reader.translator
  return (
    <Sheet id="start" heading={t('assessments.start.heading', { year: String(year) })}>
      {invitation && <Asked invitation={invitation} reader={reader} />}
      <form class="s-stack" method="post" action={checkHref(organisationId)}>
        <CsrfField token={reader.csrfToken} />
        <DepthField house={house} value="1" reader={reader} />
        {reader.mayAnswer ? (
          <div>
            <Button>{t(hasLast ? 'assessments.start.again' : 'assessments.start.button')}</Button>
          </div>
        ) : (
          <BlockedButton id="start-button" because={tr('assessments.start.blocked')}>
            {t('assessments.start.button')}
          </BlockedButton>
        )}
      </form>
    </Sheet>
  )
}

export function Asked({ invitation, reader }: { readonly invitation: Invitation; readonly reader: Reader }) {
  const { tr } = reader.translator
  return (
    <ReasonLine>
      {tr('assessments.invited', {
        year: String(invitation.year),
        by: sayInstant(invitation.dueAt, reader),
        late: invitation.dueAt < reader.now ? 'yes' : 'other',
      })}
    </ReasonLine>
  )
}

/** What is known already is not asked, so each depth says how many questions are left. */
export function DepthField({
  house,
  value,
  reader,
}: {
  readonly house: HouseView
  readonly value: string
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <RadioField
      name="depth"
      label={t('assessments.depth')}
      hint={t('assessments.depth.hint')}
      value={value}
      choices={depths.map((depth) => {
        const { questions, open } = progressOf(house.form, house.facts, depth)
        return {
          value: String(depth),
          label: t(`assessments.depth.${depth}`, { count: questions.length }),
          hint: t('assessments.depth.open', { open: open.length }),
        }
      })}
    />
  )
}

export function AskAgain({
  again,
  keys,
  version,
  now,
  reader,
}: {
  readonly again: readonly { readonly question: AskedQuestion; readonly because: AskedAgain }[]
  readonly keys: ReadonlyMap<string, FactKey>
  /** Of the form that was answered, and of the one that would be asked now. */
  readonly version: string | null
  readonly now: string
  readonly reader: Reader
}) {
  const { t, locale } = reader.translator
  if (again.length === 0) return null
  return (
    <Plain id="again" heading={t('assessments.again.heading', { count: again.length })}>
      <p>
        {version !== null && version !== now
          ? t('assessments.again.version', { before: version, now })
          : t('assessments.again.same')}
      </p>
      <Table
        caption={t('assessments.again.heading', { count: again.length })}
        rows={again}
        keyOf={({ question }) => question.question.fact}
        columns={[
          {
            label: t('assessments.again.question'),
            kind: 'head',
            main: true,
            cell: ({ question }) => {
              const key = keys.get(question.question.fact)
              return key ? textIn(key.question ?? key.label, locale) : question.question.fact
            },
          },
          { label: t('assessments.again.because'), cell: ({ because }) => t(`assessments.again.${because}`) },
        ]}
      />
    </Plain>
  )
}

export function Past({
  organisationId,
  checks,
  reader,
}: {
  readonly organisationId: number
  readonly checks: readonly Check[]
  readonly reader: Reader
}) {
  const { t } = reader.translator
  const closed = checks.flatMap((check) => (check.closedAt ? [{ ...check, closedAt: check.closedAt }] : []))
  if (closed.length === 0) return null
  return (
    <Plain id="past" heading={t('assessments.past.heading')} flush>
      <Table
        caption={t('assessments.past.heading')}
        rows={closed}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t('assessments.past.year'),
            kind: 'head',
            cell: ({ id, year }) => (
              <a href={pastHref(organisationId, id)}>{t('assessments.past.of', { year: String(year) })}</a>
            ),
          },
          { label: t('assessments.past.depth'), cell: ({ depth }) => t(`assessments.depth.short.${depth}`) },
          {
            label: t('assessments.past.closed'),
            cell: ({ closedAt, closedByName }) =>
              t('assessments.past.by', { day: sayInstant(closedAt, reader), name: closedByName ?? '' }),
          },
          { label: t('assessments.past.form'), kind: 'number', cell: ({ formVersion }) => formVersion },
        ]}
      />
    </Plain>
  )
}
