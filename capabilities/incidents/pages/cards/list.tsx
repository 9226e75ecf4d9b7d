// The list of printed cards with the form for a new one.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant, type Translator } from '../../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  type Column,
  CsrfField,
  Empty,
  ErrorSummary,
  LinkButton,
  Note,
  PageHead,
  Plain,
  RadioField,
  Sheet,
  StateWord,
  Table,
  TextField,
} from '../../../../web/kit/index.ts'
import { maxLineCharacters } from '../../contract/first-contact.ts'
import { realms } from '../../incident.ts'
import type { Card } from '../../store/doors.ts'

export interface CardListProps {
  readonly translator: Translator
  readonly timeZone: string
  readonly csrfToken: string | null
  /** Of the list of cases; the cards stand below it. */
  readonly href: string
  readonly cards: readonly Card[]
  readonly typed: { readonly place: string; readonly realm: 'real' | 'exercise' }
  readonly isFaulty: boolean
  readonly isWithdrawn: boolean
  /** Whether the centre has an address that phones outside can open. */
  readonly isReachable: boolean
}

export function CardList(props: CardListProps) {
  const { translator, href, cards, isFaulty, isWithdrawn, isReachable } = props
  const { t } = translator
  return (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={isFaulty ? [{ fieldId: 'place', text: t('night.cards.place.missing') }] : []}
      />
      <PageHead
        title={t('night.cards.title')}
        lead={t('night.cards.lead')}
        wayTo={{ label: t('night.cards.wayTo'), steps: [{ label: t('incidents.menu'), href }] }}
      />
      <div class="s-stack-l">
        {isWithdrawn && (
          <Note tone="done" announce>
            {t('night.cards.withdrawn.done')}
          </Note>
        )}
        {!isReachable && <Note tone="soon">{t('night.cards.notReachable')}</Note>}
        <NewCard {...props} />
        <Plain id="cards" heading={t('night.cards.list')} flush>
          {cards.length === 0 ? (
            <Empty heading={t('night.cards.none')} headingLevel={3}>
              {t('night.cards.none.text')}
            </Empty>
          ) : (
            <Cards {...props} />
          )}
        </Plain>
        <p class="s-dense s-quiet">{t('night.cards.zone', { zone: props.timeZone })}</p>
      </div>
    </>
  )
}

function NewCard({ translator: { t }, href, csrfToken, typed, isFaulty }: CardListProps) {
  return (
    <Sheet id="new" heading={t('night.cards.new')}>
      <form class="s-stack" method="post" action={`${href}/cards`}>
        <CsrfField token={csrfToken} />
        <TextField
          name="place"
          label={t('night.cards.place')}
          hint={t('night.cards.place.hint')}
          value={typed.place}
          maxLength={maxLineCharacters}
          error={isFaulty ? t('night.cards.place.missing') : undefined}
        />
        <RadioField
          name="realm"
          label={t('night.cards.realm')}
          value={typed.realm}
          choices={realms.map((value) => ({ value, label: t(`night.cards.realm.${value}`) }))}
        />
        <p class="s-dense s-quiet">{t('night.cards.once')}</p>
        <Actions>
          <Button>{t('night.cards.make')}</Button>
        </Actions>
      </form>
    </Sheet>
  )
}

function Cards(props: CardListProps) {
  const { translator, cards } = props
  return (
    <Table
      caption={translator.t('night.cards.list')}
      columns={columnsOf(props)}
      rows={cards}
      keyOf={({ id }) => id}
    />
  )
}

function columnsOf({ translator, timeZone, href, csrfToken }: CardListProps): readonly Column<Card>[] {
  const { t } = translator
  const say = (instant: Date) => formatInstant(instant, { translator, timeZone, style: 'instant-year' })
  return [
    { label: t('night.cards.place'), kind: 'head', main: true, cell: (card) => `${card.place} (${card.id})` },
    { label: t('night.cards.realm'), cell: ({ realm }) => t(`night.cards.realm.${realm}`) },
    {
      label: t('night.cards.made'),
      cell: ({ createdAt, createdByName }) =>
        t('night.cards.madeBy', { at: say(createdAt), name: createdByName }),
    },
    {
      label: t('night.cards.used'),
      cell: ({ usedAt }) => (usedAt ? say(usedAt) : t('night.cards.neverUsed')),
    },
    {
      label: t('night.cards.state'),
      cell: ({ id, place, revokedAt }) =>
        revokedAt ? (
          <StateWord state="done">{t('night.cards.withdrawnAt', { at: say(revokedAt) })}</StateWord>
        ) : (
          <form method="post" action={`${href}/cards/${id}/withdraw`}>
            <CsrfField token={csrfToken} />
            <LinkButton>{t('night.cards.withdraw', { place, number: id })}</LinkButton>
          </form>
        ),
    },
  ]
}
