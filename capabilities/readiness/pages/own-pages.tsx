// The hospital's own words for the first hour and for working on paper, one form for each page.
// SPDX-License-Identifier: EUPL-1.2
import { Button, CsrfField, Details, TextArea } from '../../../web/kit/index.ts'
import { clinicalServices } from '../clinical-service.ts'
import { downtimePage, firstHourPage } from '../envelope/pack.ts'
import { serviceName } from '../words.ts'
import type { FactFaults, TypedFacts } from './envelope-facts.tsx'
import type { Reader } from './reader.ts'

export interface OwnPagesProps {
  readonly pages: ReadonlyMap<string, string>
  readonly typed: TypedFacts['page']
  readonly faults: FactFaults
  readonly reader: Reader
}

export function OwnPages({ pages, typed, faults, reader }: OwnPagesProps) {
  const { translator } = reader
  const { t } = translator
  const list = [
    { name: firstHourPage, label: t('readiness.pack.firstHour') },
    ...clinicalServices.map((service) => ({
      name: downtimePage(service),
      label: t('readiness.page.downtime', { service: serviceName(service, translator) }),
    })),
  ]
  return (
    <>
      <p>{t('readiness.pages.lead')}</p>
      {list.map(({ name, label }) => {
        const error = faults[`page-${name}`]
        const isWritten = pages.has(name)
        return (
          <Details
            key={name}
            summary={
              isWritten
                ? t('readiness.page.written', { page: label })
                : t('readiness.page.empty', { page: label })
            }
            open={error !== undefined}
          >
            <form class="s-stack" method="post" action={`${reader.href}/envelope/facts/pages/${name}`}>
              <CsrfField token={reader.csrfToken} />
              <TextArea
                name="body"
                id={`page-${name}`}
                label={label}
                hint={t('readiness.page.hint')}
                rows={8}
                value={typed?.name === name ? typed.body : (pages.get(name) ?? '')}
                error={error}
              />
              <div>
                <Button kind="secondary">
                  {t('readiness.page.save')} <span class="s-hide">{label}</span>
                </Button>
              </div>
            </form>
          </Details>
        )
      })}
    </>
  )
}
