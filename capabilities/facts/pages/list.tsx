// What we know about this house: every fact with its source and date, old ones marked, and where to correct it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { Details, Facts, PageHead, Plain, StateWord } from '../../../web/kit/index.ts'
import type { FactBook } from '../actions/book.ts'
import { type FactGroup, type FactKey, factGroups } from '../fact-key.ts'
import type { CurrentFact, Facts as KnownFacts } from '../statement.ts'
import { textIn } from '../texts.ts'
import { sourceText, valueText } from '../words.ts'
import { factHref, factsHref } from './paths.ts'
import { type Reader, readerOf } from './reader.ts'

export function listPage(context: Context, book: FactBook): Page {
  return definePage({
    method: 'GET',
    path: '/o/:organisationId/facts',
    permission: 'facts:read',
    params: memberPath,
    query: nothing,
    body: nothing,
    handle: async (request) => {
      const { organisationId, now } = request
      const reader = readerOf(context, request)
      const { translator } = reader
      const { t } = translator
      const facts = await context.database.asMember(organisationId, (scope) =>
        book.about(scope, organisationId, now),
      )
      const keys = [...book.keys.values()].filter(({ retired }) => !retired)
      const known = keys.filter(({ key }) => isKnown(facts(key))).length
      const old = keys.filter(({ key }) => facts(key)?.isOld).length
      const title = t('facts.list.title')
      const content = (
        <>
          <PageHead
            title={title}
            lead={t('facts.list.lead', {
              known: formatNumber(known, translator),
              total: formatNumber(keys.length, translator),
              old,
            })}
          />
          {factGroups.map((group) => (
            <Group
              key={group}
              group={group}
              keys={keys.filter((key) => key.group === group)}
              facts={facts}
              organisationId={organisationId}
              reader={reader}
            />
          ))}
          <Details summary={t('facts.list.who')}>
            <p>{t('facts.list.who.text')}</p>
          </Details>
        </>
      )
      return {
        html: await context.render(request, { title, content, current: factsHref(organisationId) }),
      }
    },
  })
}

interface GroupProps {
  readonly group: FactGroup
  readonly keys: readonly FactKey[]
  readonly facts: KnownFacts
  readonly organisationId: number
  readonly reader: Reader
}

function Group({ group, keys, facts, organisationId, reader }: GroupProps) {
  const { t } = reader.translator
  if (keys.length === 0) return null
  const known = keys.filter(({ key }) => facts(key) !== null)
  const never = keys.filter(({ key }) => facts(key) === null)
  const rows = (shown: readonly FactKey[]) => (
    <Facts
      facts={shown.map((key) => ({
        term: textIn(key.label, reader.translator.locale),
        value: <Value factKey={key} fact={facts(key.key)} reader={reader} />,
        source: (
          <Source factKey={key} fact={facts(key.key)} organisationId={organisationId} reader={reader} />
        ),
      }))}
    />
  )
  return (
    <Plain id={`group-${group}`} heading={t(`facts.group.${group}`)}>
      {known.length > 0 && rows(known)}
      {never.length > 0 && (
        <Details summary={t('facts.list.never', { count: never.length })}>{rows(never)}</Details>
      )}
    </Plain>
  )
}

interface FactProps {
  readonly factKey: FactKey
  readonly fact: CurrentFact | null
  readonly reader: Reader
}

function Value({ factKey, fact, reader }: FactProps) {
  const { translator } = reader
  if (!fact || !isKnown(fact))
    return <StateWord state="unknown">{translator.t('facts.value.unknown')}</StateWord>
  return <>{valueText(factKey, fact.value, translator)}</>
}

function Source({ factKey, fact, organisationId, reader }: FactProps & { readonly organisationId: number }) {
  const { translator } = reader
  const { t } = translator
  const [differs] =
    fact?.beside.filter(({ value, source }) => value !== fact.value && source !== fact.source) ?? []
  const where = whereToCorrect(factKey, organisationId, reader)
  return (
    <>
      {fact && sourceText(fact, reader)}
      {fact?.isOld && <> · {t('facts.list.old')}</>}
      {differs && (
        <>
          {' · '}
          {t('facts.list.beside', {
            source: sourceText(differs, reader),
            value: valueText(factKey, differs.value, translator),
          })}
        </>
      )}
      {where && (
        <>
          {fact && ' · '}
          <a href={where}>
            {t(fact ? 'facts.list.correct' : 'facts.list.give')}
            <span class="s-hide">: {textIn(factKey.label, translator.locale)}</span>
          </a>
        </>
      )}
    </>
  )
}

/** What the platform reads elsewhere is corrected where it is kept. */
function whereToCorrect(
  { key, readFrom, question }: FactKey,
  organisationId: number,
  { mayState }: Reader,
): string | null {
  if (readFrom === null && question && mayState) return factHref(organisationId, key)
  if (readFrom === 'profile' || readFrom === 'rule') return `/o/${organisationId}/organisation`
  if (readFrom === 'inventory') return `/o/${organisationId}/assets`
  return null
}

function isKnown(fact: CurrentFact | null): boolean {
  return fact !== null && fact.value !== 'unknown'
}
