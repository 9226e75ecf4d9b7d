// What stands beside the three things: more offers, what is put off, what we know of the house, what it has done.
// SPDX-License-Identifier: EUPL-1.2
import { CsrfField, DoneLines, Facts, LinkButton, Plain, StateWord, Table } from '../../../web/kit/index.ts'
import { sourceText, textIn, valueText } from '../../facts/index.ts'
import { doerOf, type ItemChoice, isAside } from '../choice.ts'
import { isOffered } from '../item.ts'
import type { Need } from '../month.ts'
import { type Offer, offersFor, opennessOf } from '../offering.ts'
import { measureStanding } from '../standing.ts'
import { itemHref } from '../store/library.ts'
import type { MonthProps } from './month.tsx'
import { offerColumns } from './offer-columns.tsx'
import { decideHref, factsHref, offersHref } from './paths.ts'
import { Places } from './places.tsx'
import { day, type Reader } from './reader.ts'
import { titleOf } from './words.ts'

const alsoShown = 5
const mostOfOneKind = 2
const doneShown = 5
const factsShown = 5

type PartProps = MonthProps & { readonly needs: readonly Need[] }

export function AlsoForYou({ organisationId, reader, house, needs }: PartProps) {
  const { t } = reader.translator
  const shown = new Set(needs.flatMap(({ item, helps }) => [item, ...helps]).map(({ key }) => key))
  const all = offersFor(
    house.listed.map(({ item }) => item),
    house.facts,
    reader.now,
  ).filter(({ item }) => isOffered(item))
  const rows = all
    .filter(({ item, fit }) => fit !== 'no' && !shown.has(item.key))
    .filter(({ item }) => !isAside(house.choices.get(item.key), reader.now))
  const heading = t('catalogue.month.also')
  const link = <a href={offersHref(organisationId)}>{t('catalogue.month.all', { count: all.length })}</a>
  if (rows.length === 0)
    return (
      <Plain id="also" heading={heading}>
        <p>{link}</p>
      </Plain>
    )
  return (
    <Plain id="also" heading={heading} aside={link} flush>
      <Table
        caption={heading}
        rows={someOfEach(rows)}
        keyOf={({ item }) => item.key}
        columns={offerColumns(organisationId, reader, house)}
      />
    </Plain>
  )
}

/** Not seven courses in a row; and what may be for the house keeps a place, or nobody would ever give the fact that lacks. */
function someOfEach(rows: readonly Offer[]): readonly Offer[] {
  const sure = fewOfEachKind(rows.filter(({ fit }) => fit === 'yes'))
  const maybe = fewOfEachKind(rows.filter(({ fit }) => fit === 'unknown'))
  const kept = Math.min(maybe.length, Math.max(1, alsoShown - sure.length))
  return [...sure.slice(0, alsoShown - kept), ...maybe.slice(0, kept)]
}

function fewOfEachKind(rows: readonly Offer[]): readonly Offer[] {
  return rows.filter(
    ({ item }, index) =>
      rows.slice(0, index).filter((row) => row.item.kind === item.kind).length < mostOfOneKind,
  )
}

export function MorePlanned({
  organisationId,
  reader,
  needs,
}: Pick<PartProps, 'organisationId' | 'reader' | 'needs'>) {
  const { t } = reader.translator
  if (needs.length === 0) return null
  return (
    <Plain id="planned" heading={t('catalogue.month.more')}>
      <ul class="govuk-list">
        {needs.map(({ item, choice }) => (
          <li key={item.key}>
            <a href={decideHref(organisationId, item.key)}>{titleOf(item, reader)}</a>{' '}
            {choice?.until &&
              t('catalogue.month.by.whom', { day: day(choice.until, reader), name: doerOf(choice) })}
          </li>
        ))}
      </ul>
    </Plain>
  )
}

export function Aside({ organisationId, reader, house }: MonthProps) {
  const { t } = reader.translator
  const rows = house.listed.flatMap(({ item }) => {
    const choice = house.choices.get(item.key)
    return choice && isAside(choice, reader.now) ? [{ item, choice }] : []
  })
  if (rows.length === 0) return null
  const heading = t('catalogue.month.aside')
  return (
    <Plain id="aside" heading={heading} flush>
      <Table
        caption={heading}
        rows={rows}
        keyOf={({ item }) => item.key}
        columns={[
          {
            label: t('catalogue.column.offer'),
            kind: 'head',
            main: true,
            phoneLabel: null,
            cell: ({ item }) => <a href={itemHref(organisationId, item)}>{titleOf(item, reader)}</a>,
          },
          { label: t('catalogue.month.aside.state'), cell: ({ choice }) => asideText(choice, reader) },
          {
            label: t('catalogue.month.aside.action'),
            hiddenLabel: true,
            phoneLabel: null,
            cell: ({ item }) =>
              reader.mayAct && (
                <form method="post" action={`${decideHref(organisationId, item.key)}/open`}>
                  <CsrfField token={reader.csrfToken} />
                  <LinkButton>{t('catalogue.month.aside.undo', { title: titleOf(item, reader) })}</LinkButton>
                </form>
              ),
          },
        ]}
      />
    </Plain>
  )
}

function asideText({ choice, until, reason }: ItemChoice, reader: Reader): string {
  const { t } = reader.translator
  return choice === 'put-off' && until
    ? t('catalogue.month.aside.put-off', { day: day(until, reader), reason: reason ?? '' })
    : t('catalogue.month.aside.not-for-us', { reason: reason ?? '' })
}

/** What is asked for first: how large, which class, then the facts that today's three things hang on. */
const alwaysShown = ['org.size', 'nis2.entity-class'] as const
const otherwiseShown = ['recovery.restore-tested', 'access.second-factor-remote', 'systems.patching'] as const

export function MonthSide({ organisationId, reader, house, needs }: PartProps) {
  const { t, tr, locale } = reader.translator
  const names = [
    ...new Set([...alwaysShown, ...needs.flatMap(({ facts }) => facts.slice(0, 2)), ...otherwiseShown]),
  ].slice(0, factsShown)
  return (
    <>
      <Plain id="know" heading={t('catalogue.month.know')}>
        <Facts
          facts={names.flatMap((name) => {
            const key = reader.keys.get(name)
            if (!key) return []
            const fact = house.facts(name)
            const isKnown = fact !== null && fact.value !== 'unknown'
            return [
              {
                term: textIn(key.label, locale),
                value: isKnown ? (
                  valueText(key, fact.value, reader.translator)
                ) : (
                  <StateWord state="unknown">{t('catalogue.month.know.unknown')}</StateWord>
                ),
                source: fact && sourceOf(fact, reader),
              },
            ]
          })}
        />
        <p class="s-dense">
          {tr('catalogue.month.know.say', {
            link: (content) => <a href={factsHref(organisationId)}>{content}</a>,
          })}
        </p>
      </Plain>
      <DoneThisYear reader={reader} house={house} />
      <Places organisationId={organisationId} reader={reader} />
    </>
  )
}

function sourceOf(fact: Parameters<typeof sourceText>[0] & { readonly isOld: boolean }, reader: Reader) {
  const source = sourceText(fact, reader)
  return fact.isOld ? reader.translator.t('catalogue.month.know.old', { source }) : source
}

/** Said to be done, while an answer says otherwise: not done yet. */
function openKeys({ listed, facts }: MonthProps['house']): readonly string[] {
  return listed.flatMap(({ item }) =>
    item.kind === 'measure' && opennessOf(measureStanding(item, facts)) === 'gap' ? [item.key] : [],
  )
}

function DoneThisYear({ reader, house }: Pick<MonthProps, 'reader' | 'house'>) {
  const { t } = reader.translator
  const titles = new Map(house.listed.map(({ item }) => [item.key, titleOf(item, reader)]))
  const open = new Set(openKeys(house))
  const chosen = house.done.flatMap(({ itemKey, at }) => (open.has(itemKey) ? [] : [{ itemKey, at }]))
  const delivered = house.requests.flatMap(({ itemKey, state, endedAt }) =>
    state === 'closed' && endedAt && endedAt >= house.yearBeganAt ? [{ itemKey, at: endedAt }] : [],
  )
  const lines = [...chosen, ...delivered]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, doneShown)
    .map(({ itemKey, at }) => ({
      done: true,
      text: t('catalogue.month.done.line', { title: titles.get(itemKey) ?? itemKey, day: day(at, reader) }),
    }))
  return (
    <Plain id="done" heading={t('catalogue.month.done')}>
      {lines.length === 0 ? (
        <p class="s-dense">{t('catalogue.month.done.none')}</p>
      ) : (
        <DoneLines lines={lines} />
      )}
    </Plain>
  )
}
