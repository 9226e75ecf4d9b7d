// A closed check as it was: every question in the words that were read, every answer with its date, and the figures of that day.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { PageHead, Plain, Sheet, StateWord, Table } from '../../../web/kit/index.ts'
import type { Checking } from '../actions/check.ts'
import { checkPath } from '../contract/forms.ts'
import { unknownHere } from '../contract/refusals.ts'
import type { Snapshot } from '../snapshot.ts'
import { findCheck, findSnapshot } from '../store/checks.ts'
import { checkHref, memberBase } from './paths.ts'
import { type Reader, readerOf, sayInstant } from './reader.ts'
import { nameOfFigure } from './words.tsx'

export function pastPage(checking: Checking): Page {
  return definePage({
    method: 'GET',
    path: `${memberBase}/past/:checkId`,
    permission: 'assessments:read',
    params: checkPath,
    query: nothing,
    body: nothing,
    handle: (request) => show(checking, request, request.params.checkId),
  })
}

async function show(checking: Checking, request: AnyRequest, checkId: number): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(checking.context, request)
  const { t } = reader.translator
  const { check, found } = await checking.context.database.asMember(organisationId, async (scope) => ({
    check: await findCheck(scope, organisationId, checkId),
    found: await findSnapshot(scope, organisationId, checkId),
  }))
  if (!check?.closedAt || !found) throw unknownHere()
  const { snapshot } = found
  const title = t('assessments.past.of', { year: String(check.year) })
  const content = (
    <>
      <PageHead
        title={title}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('assessments.title'), href: checkHref(organisationId) }],
        }}
        meta={t('assessments.past.by', {
          day: sayInstant(check.closedAt, reader),
          name: check.closedByName ?? '',
        })}
        lead={t('assessments.past.lead', {
          version: snapshot.form.version,
          count: snapshot.answers.length,
        })}
      />
      <div class="s-stack-l">
        <Figures snapshot={snapshot} reader={reader} />
        {sectionsOf(snapshot).map(([section, answers], index) => (
          <Answers
            key={section}
            id={`section-${index}`}
            section={section}
            answers={answers}
            reader={reader}
          />
        ))}
      </div>
    </>
  )
  return {
    html: await checking.context.render(request, { title, content, current: checkHref(organisationId) }),
  }
}

type Answer = Snapshot['answers'][number]

function sectionsOf({ answers }: Snapshot): readonly (readonly [string, readonly Answer[]])[] {
  return [...Map.groupBy(answers, ({ section }) => section)]
}

function Figures({ snapshot, reader }: { readonly snapshot: Snapshot; readonly reader: Reader }) {
  const { translator } = reader
  const { t } = translator
  return (
    <Sheet id="figures" heading={t('assessments.past.figures')} flush>
      <Table
        caption={t('assessments.past.figures')}
        rows={snapshot.figures}
        keyOf={({ key }) => key}
        stack={false}
        columns={[
          {
            label: t('assessments.chart.part'),
            kind: 'head',
            cell: ({ key }) => nameOfFigure(key, translator),
          },
          {
            label: t('assessments.chart.points'),
            kind: 'number',
            cell: ({ points }) =>
              points === null ? t('assessments.figure.none') : formatNumber(points, translator),
          },
        ]}
      />
    </Sheet>
  )
}

/** The words of the snapshot are those that were read, so each says its own language. */
function Answers({
  id,
  section,
  answers,
  reader,
}: {
  readonly id: string
  readonly section: string
  readonly answers: readonly Answer[]
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <Plain id={id} heading={<span lang={answers[0]?.language}>{section}</span>} flush>
      <Table
        caption={section}
        rows={answers}
        keyOf={({ fact }) => fact}
        columns={[
          {
            label: t('assessments.past.question'),
            kind: 'head',
            main: true,
            cell: ({ question, language }) => <span lang={language}>{question}</span>,
          },
          {
            label: t('assessments.past.answer'),
            cell: ({ text, value, language }) =>
              text === null || value === 'unknown' ? (
                <StateWord state="unknown">{t('assessments.fact.unknown')}</StateWord>
              ) : (
                <span lang={language}>{text}</span>
              ),
          },
          {
            label: t('assessments.past.source'),
            cell: ({ asOf, byName }) =>
              asOf === null
                ? ''
                : t('assessments.past.by', { day: sayInstant(new Date(asOf), reader), name: byName ?? '' }),
          },
          {
            label: t('assessments.past.evidence'),
            cell: ({ note, evidenceUrl }) => (
              <>
                {note ?? (evidenceUrl ? '' : '–')}
                {evidenceUrl && (
                  <>
                    {' '}
                    <a href={evidenceUrl} rel="noreferrer">
                      {evidenceUrl}
                    </a>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </Plain>
  )
}
