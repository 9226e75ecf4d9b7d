// The pack to print: the ten essentials with their first step, and the ten-minute tasks with boxes to tick.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { PageHead, Plain, Sheet } from '../../../web/kit/index.ts'
import { ownItemsOf } from '../../catalogue/index.ts'
import { type FactBook, textIn } from '../../facts/index.ts'
import { sizeQuery } from '../contract/forms.ts'
import { type Measure, packOf } from '../pack.ts'
import { SizeReason, type Standings, standingsFor } from './measures.tsx'
import { measuresBase, measuresHref } from './paths.ts'
import { dayText, type Reader, readerOf } from './reader.ts'

export function packPage(context: Context, facts: FactBook): Page {
  return definePage({
    method: 'GET',
    path: `${measuresBase}/pack`,
    permission: 'guidance:read',
    params: memberPath,
    query: sizeQuery,
    body: nothing,
    handle: (request) => show(context, facts, request, request.query.size),
  })
}

async function show(
  context: Context,
  facts: FactBook,
  request: AnyRequest,
  size: string,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const standings = await standingsFor(context, facts, request, size)
  const pack = packOf(ownItemsOf('measure'))
  const title = t('guidance.pack.title', { size: t(`guidance.size.${standings.chosen.size}`) })
  const list = measuresHref(request.organisationId)
  const content = (
    <>
      <PageHead
        title={title}
        lead={t('guidance.pack.lead')}
        because={<SizeReason reader={reader} standings={standings} />}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('guidance.menu.measures'), href: list }],
        }}
      />
      <p class="s-noprint">{t('guidance.pack.how')}</p>
      {pack.essentials.map((measure) => (
        <PackMeasure key={measure.key} measure={measure} reader={reader} standings={standings} />
      ))}
      <Plain id="others" heading={t('guidance.measures.others')}>
        <ul class="s-boxes">
          {pack.others.map(({ key, title: name, body }) => (
            <li key={key}>
              <b>{textIn(name, reader.translator.locale)}</b>{' '}
              {textIn(body.sizes[standings.chosen.size].firstStep, reader.translator.locale)}
            </li>
          ))}
        </ul>
      </Plain>
      <p class="s-small s-quiet s-above">
        {t('guidance.pack.made', {
          name: request.membership?.organisationName ?? '',
          day: dayText(request.now, reader),
        })}
      </p>
    </>
  )
  return { html: await context.render(request, { title, content, current: list }) }
}

function PackMeasure({
  measure,
  reader,
  standings,
}: {
  readonly measure: Measure
  readonly reader: Reader
  readonly standings: Standings
}) {
  const { t, locale } = reader.translator
  const standing = standings.of.get(measure.key)?.standing ?? 'not-known'
  const inSize = measure.body.sizes[standings.chosen.size]
  return (
    <Sheet
      id={measure.key}
      heading={`${measure.body.essential}. ${textIn(measure.title, locale)}`}
      aside={t(`guidance.standing.${standing}`)}
    >
      <p>{textIn(measure.body.why, locale)}</p>
      <p>
        <b>{t('guidance.measure.first')}</b> {textIn(inSize.firstStep, locale)}{' '}
        <span class="s-quiet">{t('guidance.measure.minutes', { minutes: inSize.minutes })}</span>
      </p>
      {measure.body.tasks.map(({ key, title, steps }) => (
        <div class="s-taskcard" key={key}>
          <h3>{textIn(title, locale)}</h3>
          <ul class="s-boxes">
            {steps.map((step, index) => (
              <li key={index}>{textIn(step, locale)}</li>
            ))}
          </ul>
          <p class="s-small s-signline">{t('guidance.task.sign')}</p>
        </div>
      ))}
    </Sheet>
  )
}
