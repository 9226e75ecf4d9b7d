// The cells of one yearly extract, as the centre may read them: groups, medians and quartiles, and no house.
// SPDX-License-Identifier: EUPL-1.2

import { z } from 'zod'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { Empty, PageHead, Sheet, Table, Views } from '../../../web/kit/index.ts'
import type { Checking } from '../actions/check.ts'
import { benchmarkFigures } from '../actions/extract.ts'
import { unknownHere } from '../contract/refusals.ts'
import { selectCells, selectExtracts } from '../store/benchmark.ts'
import { cellName } from './cells.ts'
import { centreBase } from './paths.ts'
import { readerOf, sayInstant } from './reader.ts'
import { nameOfFigure } from './words.tsx'

const yearPath = z.object({ year: z.coerce.number().int().min(2000).max(2999) })
const figureQuery = z.object({ figure: z.string().max(40).default('overall') })

export function extractPage(checking: Checking): Page {
  return definePage({
    method: 'GET',
    path: `${centreBase}/extracts/:year`,
    permission: 'assessments:oversee',
    params: yearPath,
    query: figureQuery,
    body: nothing,
    handle: (request) => show(checking, request, request.params.year, request.query.figure),
  })
}

async function show(
  checking: Checking,
  request: AnyRequest,
  year: number,
  asked: string,
): Promise<PageReply> {
  const reader = readerOf(checking.context, request)
  const { translator } = reader
  const { t } = translator
  const { extract, cells } = await checking.context.database.asCentre(async (scope) => ({
    extract: (await selectExtracts(scope)).find((one) => one.year === year),
    cells: await selectCells(scope, year),
  }))
  if (!extract) throw unknownHere()
  const figure = benchmarkFigures.find((one) => one === asked) ?? 'overall'
  const rows = cells.filter((one) => one.figure === figure)
  const number = (value: number) => formatNumber(value, translator)
  const title = t('assessments.centre.extract.of', { year: String(year) })
  const content = (
    <>
      <PageHead
        title={title}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('assessments.centre.title'), href: centreBase }],
        }}
        meta={t('assessments.past.by', { day: sayInstant(extract.madeAt, reader), name: extract.madeByName })}
        lead={t('assessments.peers.how.text', { least: extract.minimumGroup })}
      />
      <div class="s-stack-l">
        <Views
          label={t('assessments.chart.part')}
          views={benchmarkFigures.map((one) => ({
            label: nameOfFigure(one, translator),
            href: `${centreBase}/extracts/${year}?figure=${one}`,
            current: one === figure,
          }))}
        />
        <Sheet id="cells" heading={nameOfFigure(figure, translator)} flush={rows.length > 0}>
          {rows.length === 0 ? (
            <Empty heading={t('assessments.peers.empty')} headingLevel={3}>
              {t('assessments.centre.extract.none')}
            </Empty>
          ) : (
            <Table
              caption={nameOfFigure(figure, translator)}
              rows={rows}
              keyOf={(_row, index) => index}
              columns={[
                {
                  label: t('assessments.peers.group'),
                  kind: 'head',
                  main: true,
                  cell: ({ cell }) => cellName(cell, translator),
                },
                {
                  label: t('assessments.centre.houses'),
                  kind: 'number',
                  cell: ({ houses }) => t('assessments.centre.atLeast', { count: number(houses) }),
                },
                {
                  label: t('assessments.peers.lower'),
                  kind: 'number',
                  cell: ({ lowerQuartile }) => number(lowerQuartile),
                },
                {
                  label: t('assessments.peers.median'),
                  kind: 'number',
                  cell: ({ median }) => number(median),
                },
                {
                  label: t('assessments.peers.upper'),
                  kind: 'number',
                  cell: ({ upperQuartile }) => number(upperQuartile),
                },
              ]}
            />
          )}
        </Sheet>
      </div>
    </>
  )
  return {
    html: await checking.context.render(request, { title, content, current: centreBase, width: 'wide' }),
  }
}
