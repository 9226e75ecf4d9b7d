// What the police are given about a case: for the printer, and as JSON with the same hash.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { ButtonLink, Facts, Note, PageHead, Plain, Sheet, Table } from '../../../web/kit/index.ts'
import { authorityName } from '../../authorities/index.ts'
import { type PoliceView, viewPolicePack } from '../actions/police.ts'
import type { CaseSource } from '../case.ts'
import { policePath } from '../contract/forms.ts'
import { freeTextKeys, type PoliceFactKey } from '../police.ts'
import { ExerciseNote } from './exercise-note.tsx'
import { homeHref, memberBase, policeHref } from './paths.ts'
import { instant, memberActs, type Reader, readerOf } from './reader.ts'
import { yesNo } from './words.ts'

export function policePages(context: Context, cases: CaseSource): readonly Page[] {
  const common = { permission: 'support:read', params: policePath, query: nothing, body: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path: `${memberBase}/police/:incidentId`,
      async handle(request) {
        const { organisationId, params } = request
        const reader = readerOf(context, request)
        const { t } = reader.translator
        const view = await viewPolicePack(context, cases, organisationId, params.incidentId)
        const title = t('support.police.title', { word: view.pack.case.word })
        const content = <Pack reader={reader} view={view} organisationId={organisationId} title={title} />
        return { html: await context.render(request, { title, content, current: homeHref(organisationId) }) }
      },
    }),
    definePage({
      ...common,
      method: 'GET',
      path: `${memberBase}/police/:incidentId/pack.json`,
      async handle(request) {
        const { organisationId, params, now } = request
        const fetched = { by: memberActs(request), now }
        const view = await viewPolicePack(context, cases, organisationId, params.incidentId, fetched)
        const prefix = view.pack.isExercise ? 'exercise-' : ''
        return {
          file: view.text,
          fileName: `${prefix}police-${view.pack.case.word}.json`,
          contentType: 'application/json',
        }
      },
    }),
  ]
}

function Pack({
  reader,
  view,
  organisationId,
  title,
}: {
  readonly reader: Reader
  readonly view: PoliceView
  readonly organisationId: number
  readonly title: string
}) {
  const { translator } = reader
  const { t } = translator
  const { pack, sha256, offices } = view
  const { reporter } = pack
  return (
    <>
      <ExerciseNote realm={pack.isExercise ? 'exercise' : 'real'} translator={translator} />
      <PageHead
        title={title}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('support.title'), href: homeHref(organisationId) }],
        }}
        lead={t('support.police.lead')}
      />
      <div class="s-stack-l">
        <Note tone="soon">{t('support.police.read')}</Note>
        <p>
          <ButtonLink href={`${policeHref(organisationId, pack.case.number)}/pack.json`}>
            {t('support.police.json')}
          </ButtonLink>
        </p>
        <Sheet id="facts" heading={t('support.police.facts')}>
          <Facts
            facts={[
              {
                term: t('support.police.reporter'),
                value: [reporter.organisation, reporter.country].join(', '),
                source: [reporter.contactName, reporter.contactPhone, reporter.contactEmail]
                  .filter(Boolean)
                  .join(', '),
              },
              {
                term: t('support.police.case'),
                value: pack.case.word,
                source: instant(new Date(pack.case.openedAt), reader),
              },
              ...pack.facts.map((fact) => ({
                term: t(`support.fact.${fact.key}`),
                value: valueText(fact.key, fact.value, reader),
                source: [
                  fact.source,
                  instant(new Date(fact.recordedAt), reader),
                  freeTextKeys.has(fact.key) ? t('support.police.freeText') : '',
                ]
                  .filter(Boolean)
                  .join(' · '),
              })),
            ]}
          />
          {pack.missing.length > 0 && (
            <p class="s-small">
              {t('support.police.missing', {
                facts: pack.missing.map((key) => t(`support.fact.${key}`)).join(', '),
              })}
            </p>
          )}
        </Sheet>
        <Evidence reader={reader} view={view} />
        <Plain id="offices" heading={t('support.police.offices')}>
          {offices.length === 0 ? (
            <p>{t('support.police.offices.none')}</p>
          ) : (
            <ul class="govuk-list govuk-list--bullet">
              {offices.map((office) => (
                <li key={office.key}>
                  {authorityName(office, translator.locale).shown.text}
                  {office.verifiedBy === null && ` (${t('support.police.notVerified')})`}
                </li>
              ))}
            </ul>
          )}
          <p>
            <a href={`/o/${organisationId}/authorities`}>{t('support.police.authorities')}</a>
          </p>
        </Plain>
        <p class="s-small">
          {t('support.dossier.hash')}: <code class="s-raw">SHA-256 {sha256}</code>
        </p>
        <p class="s-small s-quiet">{t('support.zone', { zone: reader.timeZone })}</p>
      </div>
    </>
  )
}

function Evidence({ reader, view: { pack } }: { readonly reader: Reader; readonly view: PoliceView }) {
  const { t } = reader.translator
  return (
    <>
      <Plain id="indicators" heading={t('support.police.indicators')} flush={pack.indicators.length > 0}>
        {pack.indicators.length === 0 ? (
          <p>{t('support.police.indicators.none')}</p>
        ) : (
          <Table
            caption={t('support.police.indicators')}
            rows={pack.indicators}
            keyOf={(_row, index) => index}
            columns={[
              {
                label: t('support.police.value'),
                kind: 'head',
                main: true,
                phoneLabel: null,
                cell: ({ value, note }) => (
                  <>
                    <code class="s-raw">{value}</code>
                    {note && <span class="s-sub">{note}</span>}
                  </>
                ),
              },
              { label: t('support.police.type'), cell: ({ type }) => type },
              {
                label: t('support.police.at'),
                cell: ({ recordedAt }) => instant(new Date(recordedAt), reader),
              },
            ]}
          />
        )}
      </Plain>
      <Plain id="evidence" heading={t('support.police.evidence')} flush={pack.evidence.length > 0}>
        {pack.evidence.length === 0 ? (
          <p>{t('support.police.evidence.none')}</p>
        ) : (
          <Table
            caption={t('support.police.evidence')}
            rows={pack.evidence}
            keyOf={({ sha256 }, index) => `${sha256}${index}`}
            columns={[
              {
                label: t('support.police.file'),
                kind: 'head',
                main: true,
                phoneLabel: null,
                cell: ({ fileName, sha256 }) => (
                  <>
                    {fileName}
                    <span class="s-sub">
                      <code class="s-raw">SHA-256 {sha256}</code>
                    </span>
                  </>
                ),
              },
              {
                label: t('support.police.taken'),
                cell: ({ takenFrom, takenAt }) => `${takenFrom}, ${instant(new Date(takenAt), reader)}`,
              },
              {
                label: t('support.police.custody'),
                cell: ({ custody }) =>
                  custody.map(({ action, toWhom, at, by }, index) => (
                    <span class="s-sub" key={index}>
                      {[
                        reader.translator.find(`support.value.${action}`) ?? action,
                        toWhom,
                        by,
                        instant(new Date(at), reader),
                      ]
                        .filter(Boolean)
                        .join(', ')}
                    </span>
                  )),
              },
            ]}
          />
        )}
      </Plain>
    </>
  )
}

const momentKeys: ReadonlySet<PoliceFactKey> = new Set(['occurredAt', 'detectedAt', 'awareAt'])

function valueText(key: PoliceFactKey, value: string | number | readonly string[], reader: Reader): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return value.join(', ')
  if (momentKeys.has(key)) return instant(new Date(value), reader)
  return yesNo(value, reader.translator)
}
