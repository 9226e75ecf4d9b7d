// Mutual aid as one member sees it: what others lack and offer, what is agreed, and one's own.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import {
  Button,
  ButtonLink,
  CsrfField,
  Empty,
  Facts,
  LinkButton,
  PageHead,
  Plain,
  ReasonLine,
  Sheet,
  StateWord,
} from '../../../web/kit/index.ts'
import { type AidView, type MatchView, viewAid } from '../actions/aid.ts'
import {
  isCurrent,
  matchStepsFor,
  type OwnNeed,
  type OwnOffer,
  type SeenNeed,
  type SeenOffer,
} from '../aid.ts'
import { aidHref, homeHref, memberBase } from './paths.ts'
import { instant, type Reader, readerOf } from './reader.ts'

export function aidPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: `${memberBase}/aid`,
    permission: 'support:read',
    params: memberPath,
    query: nothing,
    body: nothing,
    async handle(request) {
      const { organisationId, now } = request
      const reader = readerOf(context, request)
      const { t, tr } = reader.translator
      const view = await viewAid(context, organisationId, now)
      const mayWrite = request.membership?.role !== 'reader'
      const part = { reader, base: aidHref(organisationId), mayWrite }
      const title = t('support.aid.title', { needs: view.needs.length, offers: view.offers.length })
      const content = (
        <>
          <PageHead
            title={title}
            wayTo={{
              label: t('shell.pages.wayTo'),
              steps: [{ label: t('support.title'), href: homeHref(organisationId) }],
            }}
            lead={t('support.aid.lead')}
          />
          <div class="s-stack-l">
            <ReasonLine>{tr('support.aid.because')}</ReasonLine>
            {mayWrite && (
              <div class="s-actions">
                <ButtonLink href={`${part.base}/needs`}>{t('support.aid.need.title')}</ButtonLink>
                <ButtonLink kind="secondary" href={`${part.base}/offers`}>
                  {t('support.aid.offer.title')}
                </ButtonLink>
              </div>
            )}
            <Matches {...part} matches={view.matches} />
            <Seen {...part} view={view} />
            <Own {...part} view={view} />
            <p class="s-small s-quiet">{t('support.zone', { zone: reader.timeZone })}</p>
          </div>
        </>
      )
      return { html: await context.render(request, { title, content, current: homeHref(organisationId) }) }
    },
  })
}

interface PartProps {
  readonly reader: Reader
  readonly base: string
  readonly mayWrite: boolean
}

function Matches({
  reader,
  base,
  mayWrite,
  matches,
}: PartProps & { readonly matches: readonly MatchView[] }) {
  const { t } = reader.translator
  if (matches.length === 0) return null
  return (
    <Sheet id="matches" heading={t('support.match.heading')}>
      {matches.map((match) => (
        <div class="s-stack" key={match.id}>
          <h3>{match.title}</h3>
          <p>
            <StateWord
              state={match.state === 'accepted' ? 'done' : match.state === 'asked' ? 'new' : 'silent'}
            >
              {t(`support.match.state.${match.state}`)}
            </StateWord>
          </p>
          <Facts
            facts={[
              {
                term: t(`support.match.${match.subject}.${match.side}`),
                value: match.text,
                source: instant(match.askedAt, reader),
              },
              {
                term: t('support.match.other'),
                value: match.other
                  ? `${match.other.name}: ${match.other.contactName}, ${match.other.contactPhone}`
                  : t('support.match.unnamed'),
              },
            ]}
          />
          {mayWrite &&
            matchStepsFor(match.state, match.side).map((step) => (
              <form key={step} method="post" action={`${base}/matches/${match.id}/${step}`}>
                <CsrfField token={reader.csrfToken} />
                {step === 'accept' ? (
                  <Button kind="secondary">{t('support.match.step.accept', { title: match.title })}</Button>
                ) : (
                  <LinkButton>{t(`support.match.step.${step}`, { title: match.title })}</LinkButton>
                )}
              </form>
            ))}
        </div>
      ))}
    </Sheet>
  )
}

function Seen({ reader, base, mayWrite, view }: PartProps & { readonly view: AidView }) {
  const { t } = reader.translator
  return (
    <>
      <Plain id="needs" heading={t('support.aid.needs')}>
        {view.needs.length === 0 && (
          <Empty heading={t('support.aid.needs.none')} headingLevel={3}>
            {t('support.aid.none.text')}
          </Empty>
        )}
        {view.needs.map((need) => (
          <Posting key={need.id} reader={reader} posting={need} name={t('support.aid.unnamed')}>
            {mayWrite && (
              <p>
                <a href={`${base}/needs/${need.id}`}>{t('support.aid.need.answer', { title: need.title })}</a>
              </p>
            )}
          </Posting>
        ))}
      </Plain>
      <Plain id="offers" heading={t('support.aid.offers')}>
        {view.offers.length === 0 && (
          <Empty heading={t('support.aid.offers.none')} headingLevel={3}>
            {t('support.aid.none.text')}
          </Empty>
        )}
        {view.offers.map((offer) => (
          <Posting
            key={offer.id}
            reader={reader}
            posting={offer}
            name={offer.ownerName ?? t('support.aid.unnamed')}
          >
            {mayWrite && (
              <p>
                <a href={`${base}/offers/${offer.id}`}>
                  {t('support.aid.offer.answer', { title: offer.title })}
                </a>
              </p>
            )}
          </Posting>
        ))}
      </Plain>
    </>
  )
}

function Own({ reader, base, mayWrite, view }: PartProps & { readonly view: AidView }) {
  const { t } = reader.translator
  const own = [
    ...view.ownNeeds.map((posting) => ({ subject: 'need' as const, posting })),
    ...view.ownOffers.map((posting) => ({ subject: 'offer' as const, posting })),
  ]
  return (
    <Plain id="own" heading={t('support.aid.own')}>
      {own.length === 0 && <p>{t('support.aid.own.none')}</p>}
      {own.map(({ subject, posting }) => (
        <Posting
          key={`${subject}${posting.id}`}
          reader={reader}
          posting={posting}
          name={t(`support.aid.subject.${subject}`)}
        >
          <p class="s-small">{circleText(posting, reader)}</p>
          {'realm' in posting && posting.realm === 'exercise' && <p>{t('support.exercise.word')}</p>}
          {!isCurrent(posting, reader.now) && (
            <p>{posting.withdrawnAt ? t('support.aid.withdrawn') : t('support.aid.over')}</p>
          )}
          {mayWrite && isCurrent(posting, reader.now) && (
            <form method="post" action={`${base}/${subject}s/${posting.id}/withdraw`}>
              <CsrfField token={reader.csrfToken} />
              <LinkButton>{t('support.aid.withdraw', { title: posting.title })}</LinkButton>
            </form>
          )}
        </Posting>
      ))}
    </Plain>
  )
}

function circleText({ circle }: OwnOffer | OwnNeed, { translator }: Reader): string {
  const { t, locale } = translator
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  if (circle.kind === 'all') return t('support.aid.circle.all')
  return circle.kind === 'countries'
    ? t('support.aid.seen.countries', {
        countries: circle.countries.map((code) => names.of(code) ?? code).join(', '),
      })
    : t('support.aid.seen.members', { count: circle.members.length })
}

function Posting({
  reader,
  posting,
  name,
  children,
}: {
  readonly reader: Reader
  readonly posting: SeenOffer | SeenNeed | OwnOffer | OwnNeed
  readonly name: string
  readonly children: preact.ComponentChildren
}) {
  const { t } = reader.translator
  const capacity = 'capacity' in posting ? posting.capacity : null
  return (
    <div class="s-stack">
      <h3>{posting.title}</h3>
      <Facts
        facts={[
          { term: t('support.aid.who'), value: name },
          { term: t('support.aid.kind'), value: t(`support.aid.kind.${posting.kind}`) },
          ...(capacity ? [{ term: t('support.aid.capacity'), value: capacity }] : []),
          { term: t('support.aid.area'), value: posting.area },
          ...('startsAt' in posting && posting.startsAt > reader.now
            ? [{ term: t('support.aid.from'), value: instant(posting.startsAt, reader) }]
            : []),
          { term: t('support.aid.until'), value: instant(posting.until, reader) },
          ...(posting.text ? [{ term: t('support.aid.text'), value: posting.text }] : []),
        ]}
      />
      {children}
    </div>
  )
}
