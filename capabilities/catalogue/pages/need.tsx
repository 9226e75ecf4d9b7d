// One thing to do: title, by when and how long, why, its one next step, and what helps with it.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { ButtonLink, type Need as ShownNeed } from '../../../web/kit/index.ts'
import type { Facts } from '../../facts/index.ts'
import type { Need } from '../month.ts'
import { itemHref } from '../store/library.ts'
import { decideHref, factsHref, giveHref, monthHref } from './paths.ts'
import { day, type Reader } from './reader.ts'
import { becauseOfNeed } from './reasons.tsx'
import { titleOf } from './words.ts'

export interface NeedProps {
  readonly need: Need
  readonly facts: Facts
  readonly organisationId: number
  readonly reader: Reader
  readonly isFirst: boolean
}

export function needOf(props: NeedProps): ShownNeed {
  const { need, facts, organisationId, reader } = props
  const { t } = reader.translator
  const title = titleOf(need.item, reader)
  return {
    title,
    href: itemHref(organisationId, need.item),
    meta: <Meta {...props} />,
    because: (
      <>
        {becauseOfNeed(need, facts, reader)}{' '}
        <a href={factsHref(organisationId)}>
          {t('catalogue.month.facts')}
          <span class="s-hide">: {title}</span>
        </a>
      </>
    ),
    action: <Action {...props} />,
  }
}

function Meta({ need, reader }: NeedProps) {
  const { t } = reader.translator
  const { choice } = need
  const until = choice?.choice === 'planned' ? choice.until : null
  return (
    <>
      {until && (
        <span class="s-strong">
          {until < reader.now
            ? t('catalogue.month.late', { day: day(until, reader) })
            : t('catalogue.month.by', { day: day(until, reader) })}
        </span>
      )}
      <span class="s-quiet">{t(`catalogue.kind.${need.item.kind}`)}</span>
      <span class="s-quiet">{howLong(need, reader)}</span>
    </>
  )
}

function howLong({ item, minutes, openness }: Need, { translator: { t } }: Reader): string | null {
  if (openness === 'old' || openness === 'unknown') return t('catalogue.month.question.minutes')
  if (minutes === null) return null
  if (item.kind === 'course') return t('catalogue.month.course.minutes', { minutes })
  return minutes < 120
    ? t('catalogue.month.minutes', { minutes })
    : t('catalogue.month.hours', { hours: Math.round(minutes / 60) })
}

function Action(props: NeedProps) {
  const { need, organisationId, reader } = props
  const { t } = reader.translator
  const { label, href } = nextStep(props)
  const isPlanned = need.choice?.choice === 'planned'
  return (
    <div class="s-stack">
      <Step {...props} href={href}>
        {label}
      </Step>
      {need.openness !== 'gap' && need.openness !== 'duty' && !isPlanned && (
        <p class="s-dense">
          <a href={decideHref(organisationId, need.item.key)}>
            {t('catalogue.decide.other')}
            <span class="s-hide">: {titleOf(need.item, reader)}</span>
          </a>
        </p>
      )}
      {need.choice?.choice === 'done' && (
        <p class="s-dense">{t('catalogue.month.said-done', { day: day(need.choice.at, reader) })}</p>
      )}
      {need.helps.length > 0 && (
        <p class="s-dense">
          {t('catalogue.month.helps')}{' '}
          {need.helps.map((item, index) => [
            index > 0 && ' · ',
            <a key={item.key} href={itemHref(organisationId, item)}>
              {titleOf(item, reader)}
            </a>,
          ])}
        </p>
      )}
    </div>
  )
}

/** What is not known or old is answered first; everything else is planned, or noted as done. */
function nextStep({ need, organisationId, reader }: NeedProps): {
  readonly label: string
  readonly href: string
} {
  const { t } = reader.translator
  const [fact] = need.facts
  const key = fact === undefined ? undefined : reader.keys.get(fact)
  if ((need.openness === 'old' || need.openness === 'unknown' || need.choice?.choice === 'done') && key)
    return { label: t('catalogue.give'), href: giveHref(organisationId, key, monthHref(organisationId)) }
  const label = need.choice?.choice === 'planned' ? t('catalogue.month.change') : t('catalogue.month.plan')
  return { label, href: decideHref(organisationId, need.item.key) }
}

function Step({
  need,
  reader,
  isFirst,
  href,
  children,
}: NeedProps & { readonly href: string; readonly children: ComponentChildren }) {
  const hidden = <span class="s-hide">: {titleOf(need.item, reader)}</span>
  return isFirst ? (
    <div>
      <ButtonLink href={href}>
        {children}
        {hidden}
      </ButtonLink>
    </div>
  ) : (
    <p>
      <a href={href}>
        {children}
        {hidden}
      </a>
    </p>
  )
}
