// What a colleague sees by a link: one question after the other, without an account. A GET changes nothing.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  Button,
  DoneLines,
  ErrorSummary,
  PageHead,
  Plain,
  Progress,
} from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import { askedKey } from '../actions/answer.ts'
import type { Checking } from '../actions/check.ts'
import { answerByLink, type Guest, viewByLink } from '../actions/links.ts'
import { guestForm, guestQuery, tokenPath } from '../contract/forms.ts'
import { Asked } from './asked.tsx'
import { faultsOf, readTyped, type Typed } from './question.tsx'
import { type Reader, readerOf, sayInstant } from './reader.ts'

export function guestPages(checking: Checking): readonly Page[] {
  const common = { path: '/check-answer/:token', permission: 'public', params: tokenPath } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      query: guestQuery,
      body: nothing,
      handle: (request) => show(checking, request, request.params.token, request.query.fact, null),
    }),
    definePage({
      ...common,
      method: 'POST',
      query: nothing,
      body: guestForm,
      async handle(request) {
        const { body, params, now, locale } = request
        // Whether the link still opens comes first, so that a stranger learns nothing from faults.
        await viewByLink(checking, params.token, now)
        const read = readTyped(checking, body.fact, body)
        if (!read.given) return show(checking, request, params.token, body.fact, read)
        await answerByLink(checking, params.token, { ...read.given, fact: body.fact, language: locale }, now)
        return { redirect: `/check-answer/${params.token}` }
      },
    }),
  ]
}

async function show(
  checking: Checking,
  request: AnyRequest,
  token: string,
  fact: string,
  typed: Typed | null,
): Promise<PageReply> {
  const guest = await viewByLink(checking, token, request.now)
  const reader = { ...readerOf(checking.context, request), timeZone: guest.organisation.timeZone }
  const { t } = reader.translator
  const { link } = guest
  const open = link.facts.filter((one) => !link.answered.has(one))
  const asked = link.facts.find((one) => one === fact) ?? open[0] ?? null
  const faults = faultsOf(typed, reader)
  const title =
    asked === null
      ? t('assessments.guest.done')
      : t('assessments.guest.title', { house: guest.organisation.name })
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: faults.length })} faults={faults} />
      {asked === null ? (
        <PageHead title={title} lead={t('assessments.guest.done.lead', { by: link.recordedByName })} />
      ) : (
        <GuestQuestion {...{ checking, guest, token, asked, typed, reader }} />
      )}
      <Given guest={guest} checking={checking} token={token} reader={reader} />
    </>
  )
  return {
    html: await checking.context.render(request, { title, content, width: 'narrow' }),
    status: faults.length > 0 ? 422 : 200,
  }
}

function GuestQuestion({
  checking,
  guest,
  token,
  asked,
  typed,
  reader,
}: {
  readonly checking: Checking
  readonly guest: Guest
  readonly token: string
  readonly asked: string
  readonly typed: Typed | null
  readonly reader: Reader
}) {
  const { t } = reader.translator
  const { link, organisation, form } = guest
  return (
    <>
      <p class="s-quiet s-dense">
        {t('assessments.guest.from', {
          by: link.recordedByName,
          house: organisation.name,
          until: sayInstant(link.until, reader),
        })}
      </p>
      {link.words && <p class="s-quiet">{t('assessments.guest.words', { words: link.words })}</p>}
      <Progress
        id="progress"
        label={t('assessments.guest.progress', {
          number: link.facts.indexOf(asked) + 1,
          total: link.facts.length,
        })}
        done={link.answered.size}
        total={link.facts.length}
      />
      <form class="s-sheet s-check-form" method="post" action={`/check-answer/${token}`}>
        <div class="s-sheet__body s-stack">
          <input type="hidden" name="fact" value={asked} />
          <Asked
            factKey={askedKey(checking.book, form, asked)}
            known={null}
            typed={typed?.typed ?? null}
            fault={typed?.fault ?? null}
            evidenceFaults={typed?.evidenceFaults ?? {}}
            evidence={null}
            isGuest
            reader={reader}
          />
          <Actions>
            <Button>{t('assessments.question.save')}</Button>
          </Actions>
        </div>
      </form>
    </>
  )
}

/** Only what was asked by this link, and only that it was answered: the answers stay in the house. */
function Given({
  guest,
  checking,
  token,
  reader,
}: {
  readonly guest: Guest
  readonly checking: Checking
  readonly token: string
  readonly reader: Reader
}) {
  const { t, locale } = reader.translator
  const { link } = guest
  if (link.facts.length < 2 && link.answered.size === 0) return null
  return (
    <Plain id="asked" heading={t('assessments.guest.asked')}>
      <DoneLines
        lines={link.facts.map((fact) => ({
          done: link.answered.has(fact),
          text: (
            <a href={`/check-answer/${token}?fact=${encodeURIComponent(fact)}`}>
              {textIn(askedKey(checking.book, guest.form, fact).question, locale)}
            </a>
          ),
        }))}
      />
      <p class="s-quiet s-dense">{t('assessments.guest.again')}</p>
    </Plain>
  )
}
