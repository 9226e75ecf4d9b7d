// Whether a certificate is genuine and counts today; for whoever is shown one.
// SPDX-License-Identifier: EUPL-1.2

import { holderNameOf, type Verified, verifyBadge } from '@salus/standards/open-badges'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { Actions, Button, CsrfField, Facts, PageHead, Sheet, TextArea } from '../../../web/kit/index.ts'
import { publicKeys } from '../actions/keys.ts'
import { certificateForm } from '../contract/forms.ts'
import { checkHref } from './paths.ts'
import { dayText, type Reader, readerOf } from './reader.ts'

export function checkPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: checkHref,
      permission: 'public',
      params: nothing,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, request, '', null),
    }),
    definePage({
      method: 'POST',
      path: checkHref,
      permission: 'public',
      params: nothing,
      query: nothing,
      body: certificateForm,
      async handle(request) {
        const token = request.body.token.trim()
        const verified = verifyBadge(token, await publicKeys(context), request.now)
        return show(context, request, token, verified)
      },
    }),
  ]
}

const faultWords = {
  expired: 'expired',
  'not-yet': 'notYet',
  'unknown-key': 'unknownKey',
  signature: 'signature',
} as const

function faultWord(verified: Verified) {
  if (verified.isValid) return 'none'
  return verified.fault in faultWords ? faultWords[verified.fault as keyof typeof faultWords] : 'other'
}

async function show(
  context: Context,
  request: AnyRequest,
  token: string,
  verified: Verified | null,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t, tr } = reader.translator
  const fault = verified && faultWord(verified)
  const title =
    fault === null
      ? t('training.check.title')
      : fault === 'none'
        ? t('training.check.valid')
        : t('training.check.fault', { fault: fault === 'signature' ? 'other' : fault })
  const content = (
    <>
      <PageHead
        title={title}
        {...(fault === null
          ? { lead: t('training.check.lead') }
          : { because: tr('training.check.because', { fault }) })}
      />
      <div class="s-stack-l">
        {verified && <Said verified={verified} reader={reader} />}
        <form class="s-stack" method="post" action={checkHref}>
          <CsrfField token={reader.csrfToken} />
          <TextArea name="token" label={t('training.check.text')} value={token} rows={6} />
          <Actions>
            <Button>{t('training.check.button')}</Button>
          </Actions>
        </form>
      </div>
    </>
  )
  return { html: await context.render(request, { title, content, width: 'narrow' }) }
}

function Said({ verified, reader }: { readonly verified: Verified; readonly reader: Reader }) {
  const { t } = reader.translator
  const { credential } = verified
  // Where the signature does not fit, nothing that the text says is repeated.
  if (!credential || (!verified.isValid && verified.fault === 'claims')) return null
  const { achievement } = credential.credentialSubject
  return (
    <Sheet id="said" heading={t('training.certificate.word')}>
      <Facts
        facts={[
          {
            term: t('training.check.holder'),
            value: holderNameOf(credential) ?? t('training.check.holder.none'),
            source: t('training.certificate.own-name'),
          },
          { term: t('training.check.course'), value: achievement.name },
          { term: t('training.check.from'), value: dayText(new Date(credential.validFrom), reader) },
          ...(credential.validUntil
            ? [
                {
                  term: t('training.check.until'),
                  value: dayText(new Date(credential.validUntil), reader),
                },
              ]
            : []),
        ]}
      />
    </Sheet>
  )
}
