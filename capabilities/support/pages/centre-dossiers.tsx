// The centre's pages of one dossier: records what somebody outside decided, or makes a one-time link for them.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  BlockedButton,
  Button,
  ButtonLink,
  CsrfField,
  ErrorSummary,
  LinkButton,
  Note,
  Plain,
  TextField,
} from '../../../web/kit/index.ts'
import { viewDossier } from '../actions/dossier.ts'
import { decideOnDossier } from '../actions/endorse.ts'
import { linksOf, makeLink, takeLinkBack } from '../actions/links.ts'
import type { CaseSource } from '../case.ts'
import {
  centreDossierPath,
  centreLinkPath,
  decisionForm,
  linkForm,
  type TypedDecision,
} from '../contract/forms.ts'
import { turnOf } from '../dossier/chain.ts'
import { type Dossier, type Link, linkDays } from '../dossier/dossier.ts'
import { type Faults, Reading } from '../typed.ts'
import {
  type DecisionFault,
  DecisionForm,
  decisionLabels,
  noDecision,
  readDecision,
} from './decision-form.tsx'
import { DossierContent } from './dossier-view.tsx'
import { dossierFile } from './dossiers.tsx'
import { centreBase, centreDossierHref } from './paths.ts'
import { centreActs, instant, type Reader, readerOf } from './reader.ts'
import { faultList, faultText } from './words.ts'

const maxForWhomLength = 200

interface Place {
  readonly memberId: number
  readonly dossierId: number
}

interface Shown {
  readonly typed?: TypedDecision
  readonly faults?: Faults<DecisionFault>
  readonly linkFaults?: Faults<'forWhom'>
  /** The address that was just made; shown once. */
  readonly address?: string
}

export function centreDossierPages(context: Context, cases: CaseSource): readonly Page[] {
  const path = `${centreBase}/:memberId/dossiers/:dossierId`
  const common = { permission: 'support:assist', params: centreDossierPath, query: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path,
      body: nothing,
      handle: (request) => show(context, cases, request, request.params, {}),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${path}/decisions`,
      body: decisionForm,
      async handle(request) {
        const { params, body, now } = request
        const read = readDecision(body)
        if (read.faults) return show(context, cases, request, params, { typed: body, faults: read.faults })
        const by = centreActs(context, request, params.memberId)
        await decideOnDossier(context, cases, by, params.dossierId, read.value, now)
        return { redirect: centreDossierHref(params.memberId, params.dossierId) }
      },
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${path}/links`,
      body: linkForm,
      async handle(request) {
        const { params, body, now } = request
        const reading = new Reading<'forWhom'>()
        const read = reading.result(reading.text('forWhom', body.forWhom, maxForWhomLength))
        if (read.faults) return show(context, cases, request, params, { linkFaults: read.faults })
        const by = centreActs(context, request, params.memberId)
        const token = await makeLink(context, by, params.dossierId, read.value, now)
        return show(context, cases, request, params, { address: `${context.origin()}/endorse/${token}` })
      },
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${path}/links/:linkId/take-back`,
      params: centreLinkPath,
      body: nothing,
      async handle(request) {
        const { memberId, dossierId, linkId } = request.params
        const by = centreActs(context, request, memberId)
        await takeLinkBack(context, by, { id: linkId, dossierId }, request.now)
        return { redirect: centreDossierHref(memberId, dossierId) }
      },
    }),
    definePage({
      ...common,
      method: 'GET',
      path: `${path}/dossier.json`,
      body: nothing,
      async handle({ params, now }) {
        const view = await viewDossier(context, cases, params.memberId, params.dossierId, now)
        return dossierFile(view.current.text, params.dossierId)
      },
    }),
  ]
}

async function show(
  context: Context,
  cases: CaseSource,
  request: AnyRequest,
  { memberId, dossierId }: Place,
  { typed = noDecision, faults = {}, linkFaults = {}, address }: Shown,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t, tr } = reader.translator
  const view = await viewDossier(context, cases, memberId, dossierId, request.now)
  const links = await linksOf(context, memberId, dossierId)
  const turn = turnOf(view.dossier.state)
  const href = centreDossierHref(memberId, dossierId)
  const errors = faultList(
    { ...faults, ...linkFaults },
    { ...decisionLabels(reader), forWhom: t('support.link.forWhom') },
    reader.translator,
  )
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      {address && (
        <Note tone="done" announce>
          {tr('support.link.made', { days: linkDays })} <code class="s-raw">{address}</code>
        </Note>
      )}
      <DossierContent
        reader={reader}
        view={view}
        back={{ label: t('support.queue.title'), href: centreBase }}
        hrefOfItem={null}
        after={
          <p>
            <ButtonLink kind="secondary" href={`${href}/dossier.json`}>
              {t('support.dossier.json')}
            </ButtonLink>
          </p>
        }
      >
        {turn !== null && turn !== 'hospital' && (
          <>
            <DecisionForm
              reader={reader}
              step={turn}
              action={`${href}/decisions`}
              typed={typed}
              faults={faults}
              sha256={view.current.sha256}
              lacking={[]}
            />
            <Links dossier={view.dossier} links={links} reader={reader} href={href} faults={linkFaults} />
          </>
        )}
      </DossierContent>
    </>
  )
  return {
    html: await context.render(request, { title: view.dossier.title, content, current: centreBase }),
    status: errors.length > 0 ? 422 : 200,
  }
}

function Links({
  dossier,
  links,
  reader,
  href,
  faults,
}: {
  readonly dossier: Dossier
  readonly links: readonly Link[]
  readonly reader: Reader
  readonly href: string
  readonly faults: Faults<'forWhom'>
}) {
  const { translator, csrfToken } = reader
  const { t, tr } = translator
  return (
    <Plain id="links" heading={t('support.link.heading')}>
      <p>{t('support.link.say')}</p>
      {dossier.realm === 'exercise' ? (
        <BlockedButton id="link" because={tr('support.link.exercise')}>
          {t('support.link.make')}
        </BlockedButton>
      ) : (
        <form class="s-stack" method="post" action={`${href}/links`}>
          <CsrfField token={csrfToken} />
          <TextField
            name="forWhom"
            label={t('support.link.forWhom')}
            error={faultText(faults.forWhom, translator)}
          />
          <Actions>
            <Button kind="secondary">{t('support.link.make')}</Button>
          </Actions>
        </form>
      )}
      {links.map((link) => (
        <form key={link.id} method="post" action={`${href}/links/${link.id}/take-back`}>
          <CsrfField token={csrfToken} />
          <p>
            {link.forWhom}, {t(`support.chain.${link.step}`)}:{' '}
            {t(`support.link.state.${stateOf(link, reader.now)}`, { until: instant(link.until, reader) })}{' '}
            {stateOf(link, reader.now) === 'open' && (
              <LinkButton>{t('support.link.takeBack', { name: link.forWhom })}</LinkButton>
            )}
          </p>
        </form>
      ))}
    </Plain>
  )
}

function stateOf({ usedAt, revokedAt, until }: Link, now: Date): 'used' | 'revoked' | 'over' | 'open' {
  if (usedAt) return 'used'
  if (revokedAt) return 'revoked'
  return now > until ? 'over' : 'open'
}
