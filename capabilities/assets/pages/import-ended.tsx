// An import while the engine works on it, and one that came to nothing.
// SPDX-License-Identifier: EUPL-1.2
import { Actions, ButtonLink, PageHead, Progress } from '../../../web/kit/index.ts'
import type { Import } from '../import.ts'
import { FaultTable } from './fault-table.tsx'
import { wayToAssets } from './way-to.ts'
import { dayOf, hrefs, type Reader } from './words.ts'

export function RunningContent({
  found,
  reader,
  seconds,
}: {
  readonly found: Import
  readonly reader: Reader
  readonly seconds: number
}) {
  const { t } = reader.translator
  const work = found.state === 'storing' || found.state === 'comparing' ? found.state : 'reading'
  const title = t(`assets.import.${work}`, { file: found.fileName })
  const content = (
    <>
      <PageHead
        title={title}
        wayTo={wayToAssets(reader)}
        lead={t('assets.import.progress.begun', { time: dayOf(found.changedAt, reader, 'instant') })}
      />
      <div class="s-sheet">
        <div class="s-sheet__body">
          <Progress
            id="progress"
            label={t('assets.import.progress', { done: found.rowsDone, total: found.rowsTotal })}
            done={found.rowsDone}
            total={found.rowsTotal}
            note={`${t('assets.import.leave')} ${t('shell.progress.refresh', { seconds })}`}
            reload={{
              label: t('shell.progress.reload'),
              href: hrefs.import(reader.organisationId, found.id),
            }}
          />
        </div>
      </div>
    </>
  )
  return { title, content }
}

export function EndedContent({ found, reader }: { readonly found: Import; readonly reader: Reader }) {
  const { t } = reader.translator
  const end = found.state === 'failed' ? 'failed' : 'discarded'
  const title = t(`assets.import.${end}`, { file: found.fileName })
  const content = (
    <>
      <PageHead title={title} wayTo={wayToAssets(reader)} lead={t(`assets.import.${end}.lead`)} />
      {end === 'failed' && (
        <div class="s-sheet">
          <FaultTable faults={found.faults} reader={reader} />
        </div>
      )}
      <Actions>
        {reader.mayWrite && (
          <ButtonLink href={hrefs.upload(reader.organisationId)}>{t('assets.import.another')}</ButtonLink>
        )}
        <a href={hrefs.list(reader.organisationId)}>{t('assets.result.back')}</a>
      </Actions>
    </>
  )
  return { title, content }
}
