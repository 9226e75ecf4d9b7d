// One page for the management: where we stand, what would help most, what nobody knows, in plain words; also on paper and as PDF.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { writePdf } from '../../../platform/pdf/write.ts'
import { ButtonLink, PageHead, Plain, ReasonLine, Sheet } from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { type Checking, viewHouse } from '../actions/check.ts'
import { unknownHere } from '../contract/refusals.ts'
import { gainsOf, toFindOut } from '../gain.ts'
import { type Figure, points } from '../score.ts'
import { selectChecks } from '../store/checks.ts'
import { type OnePage, onePagePdf } from './one-page.ts'
import { checkHref, managementHref, memberBase } from './paths.ts'
import { type Reader, readerOf, sayInstant } from './reader.ts'
import { CheckViews, factLine, plainNameOfFigure, pointsText } from './words.tsx'

export function managementPages(checking: Checking): readonly Page[] {
  const common = {
    method: 'GET',
    permission: 'assessments:read',
    params: memberPath,
    query: nothing,
    body: nothing,
  } as const
  return [
    definePage({
      ...common,
      path: `${memberBase}/management`,
      handle: (request) => show(checking, request),
    }),
    definePage({
      ...common,
      path: `${memberBase}/management.pdf`,
      async handle(request) {
        const reader = readerOf(checking.context, request)
        return {
          file: await writePdf(onePagePdf(await onePage(checking, request, reader), reader)),
          fileName: `yearly-check-${request.now.toISOString().slice(0, 10)}.pdf`,
          contentType: 'application/pdf',
        }
      },
    }),
  ]
}

const most = 3

/** Everything that stands on the page, already in words, so that screen and paper say the same. */
async function onePage(checking: Checking, request: AnyRequest, reader: Reader): Promise<OnePage> {
  const { organisationId, now } = request
  const { translator } = reader
  const { t, locale } = translator
  const { organisation, scores, last } = await checking.context.database.asMember(
    organisationId,
    async (scope) => ({
      ...(await viewHouse(checking, scope, organisationId, now)),
      organisation: await findOrganisation(scope, organisationId),
      last: (await selectChecks(scope, organisationId)).find(({ closedAt }) => closedAt !== null) ?? null,
    }),
  )
  if (!organisation) throw unknownHere()
  const known = scores.law.filter((figure) => !figure.isUnsure)
  const sorted = known.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
  const partText = (figure: Figure) =>
    t('assessments.management.part', {
      part: plainNameOfFigure(figure.key, translator),
      figure: pointsText(figure, translator),
    })
  const isGood = ({ score }: Figure) => (score ?? 0) >= goodShare
  return {
    house: organisation.name,
    day: sayInstant(now, reader),
    title: t('assessments.management.title'),
    lead:
      scores.overall.score === null
        ? t('assessments.result.none')
        : t('assessments.management.lead', {
            points: points(scores.overall.score),
            unknown: points(scores.overall.unknownShare),
          }),
    basis: last?.closedAt
      ? t('assessments.management.closed', {
          year: String(last.year),
          day: sayInstant(last.closedAt, reader),
        })
      : t('assessments.management.open'),
    good: sorted.filter(isGood).slice(0, most).map(partText),
    weak: sorted
      .filter((figure) => !isGood(figure))
      .toReversed()
      .slice(0, most)
      .map(partText),
    steps: gainsOf(scores)
      .slice(0, most)
      .map(({ measure, from }) => ({
        title: textIn(measure.title, locale),
        summary: textIn(measure.summary, locale),
        because: from.rows
          .filter(({ is }) => is === 'partly' || is === 'not-done')
          .map(({ fact, current }) => factLine(checking.book.keys.get(fact), current, reader))
          .join('; '),
      })),
    unknown: toFindOut(scores)
      .slice(0, most)
      .map(({ measure }) => textIn(measure.title, locale)),
  }
}

/** From there on a part is said to be in good order. */
const goodShare = 0.75

async function show(checking: Checking, request: AnyRequest): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(checking.context, request)
  const { t } = reader.translator
  const page = await onePage(checking, request, reader)
  const content = (
    <>
      <PageHead
        title={page.title}
        meta={`${page.house} · ${page.day}`}
        lead={page.lead}
        because={page.basis}
      />
      <CheckViews organisationId={organisationId} current="management" reader={reader} />
      <div class="s-stack-l">
        <Sheet id="steps" heading={t('assessments.management.steps')}>
          {page.steps.length === 0 ? (
            <p>{t('assessments.gains.none.text')}</p>
          ) : (
            <ol class="govuk-list govuk-list--number s-stack">
              {page.steps.map(({ title, summary, because }) => (
                <li key={title}>
                  <strong>{title}</strong>
                  <p>{summary}</p>
                  <ReasonLine>
                    {reader.translator.tr('assessments.management.because', { facts: because })}
                  </ReasonLine>
                </li>
              ))}
            </ol>
          )}
        </Sheet>
        <Part
          id="good"
          heading={t('assessments.management.good')}
          lines={page.good}
          none={t('assessments.management.good.none')}
        />
        <Part
          id="weak"
          heading={t('assessments.management.weak')}
          lines={page.weak}
          none={t('assessments.management.weak.none')}
        />
        <Part
          id="unknown"
          heading={t('assessments.management.unknown')}
          lines={page.unknown}
          none={t('assessments.management.unknown.none')}
        />
        <Plain id="duty" heading={t('assessments.management.duty')}>
          <p>{t('assessments.management.duty.text')}</p>
        </Plain>
        <p class="s-noprint">
          <ButtonLink kind="secondary" href={`${managementHref(organisationId)}.pdf`}>
            {t('assessments.management.pdf')}
          </ButtonLink>
        </p>
      </div>
    </>
  )
  return {
    html: await checking.context.render(request, {
      title: page.title,
      content,
      current: checkHref(organisationId),
    }),
  }
}

function Part({
  id,
  heading,
  lines,
  none,
}: {
  readonly id: string
  readonly heading: string
  readonly lines: readonly string[]
  readonly none: string
}) {
  return (
    <Plain id={id} heading={heading}>
      {lines.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Plain>
  )
}
