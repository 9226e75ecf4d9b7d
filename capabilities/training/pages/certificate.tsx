// The certificate on paper: made out in the name that was typed, with the signed text as a picture; kept nowhere.
// SPDX-License-Identifier: EUPL-1.2

import { verifyBadge } from '@salus/standards/open-badges'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { Actions, Button, CsrfField, Details, Note } from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import { type Certificate, makeCertificate } from '../actions/certify.ts'
import { publicKeys } from '../actions/keys.ts'
import { maxHolderName } from '../certificate.ts'
import { certificateForm, codePath, nameForm } from '../contract/forms.ts'
import { type Courses, neededRight } from '../course.ts'
import { type Begun, begunOf } from './learning.ts'
import { checkHref, learnBase, resultHref } from './paths.ts'
import { dayText, type Reader } from './reader.ts'
import { showResult } from './result.tsx'
import { SignedPicture } from './signed-picture.tsx'

export function certificatePages(context: Context, courses: Courses): readonly Page[] {
  return [
    definePage({
      method: 'POST',
      path: `${learnBase}/:code/certificate`,
      permission: 'public',
      params: codePath,
      query: nothing,
      body: nameForm,
      handle: (request) =>
        begunOf(context, courses, request, (begun) => make(context, begun, request.body.name)),
    }),
    definePage({
      method: 'POST',
      path: `${learnBase}/file`,
      permission: 'public',
      params: nothing,
      query: nothing,
      body: certificateForm,
      handle: (request) => file(context, request.body.token, request.now),
    }),
  ]
}

async function make(context: Context, begun: Begun<AnyRequest>, typed: string): Promise<PageReply> {
  const { code, course, given, reader, request } = begun
  // One line, and no signs that turn the words around them.
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  if (!given.learner.passedAt) return { redirect: resultHref(code) }
  if (name === '') return showResult(context, begun, { typed, fault: 'missing' })
  if (name.length > maxHolderName) return showResult(context, begun, { typed, fault: 'long' })
  const { t, locale } = reader.translator
  const words = {
    locale,
    description: t('training.badge.description', { minutes: course.body.minutes }),
    criteria: t('training.badge.criteria', {
      needed: neededRight(course),
      questions: course.body.quiz.length,
    }),
  }
  const made = await makeCertificate(context, course, given.learner, { name, words }, request.now)
  if (!made) return showResult(context, begun, { typed, fault: 'none' })
  const title = t('training.certificate.title', { course: textIn(course.title, locale) })
  const content = (
    <CertificateView
      reader={reader}
      name={name}
      made={made}
      centreName={context.config.centreName}
      origin={context.origin()}
      back={resultHref(code)}
    />
  )
  return { html: await context.render(request, { title, content, width: 'narrow' }) }
}

interface ViewProps {
  readonly reader: Reader
  readonly name: string
  readonly made: Certificate
  readonly centreName: string
  readonly origin: string
  readonly back: string
}

function CertificateView({ reader, name, made, centreName, origin, back }: ViewProps) {
  const { t, tr } = reader.translator
  const { credential, token } = made
  const { achievement } = credential.credentialSubject
  const { validFrom, validUntil = validFrom } = credential
  return (
    <div class="s-stack-l">
      <div class="s-noprint">
        <Note tone="soon" announce>
          {tr('training.certificate.now')}
        </Note>
      </div>
      <article class="s-certificate">
        <p class="s-certificate__word">{t('training.certificate.word')}</p>
        <h1 translate={false}>{name}</h1>
        <p>{t('training.certificate.has')}</p>
        <p class="s-certificate__course">{achievement.name}</p>
        <p>{`${achievement.description} ${achievement.criteria.narrative ?? ''}`}</p>
        <p>
          {t('training.certificate.valid', {
            from: dayText(new Date(validFrom), reader),
            until: dayText(new Date(validUntil), reader),
          })}
        </p>
        <p>{t('training.certificate.issuer', { centre: centreName })}</p>
        <SignedPicture token={token} label={t('training.certificate.picture')} />
        <p class="s-small s-quiet">
          {`${t('training.certificate.verify', { address: `${origin}${checkHref}` })} ${t('training.certificate.own-name')}`}
        </p>
      </article>
      <form class="s-noprint" method="post" action={`${learnBase}/file`}>
        <CsrfField token={reader.csrfToken} />
        <input type="hidden" name="token" value={token} />
        <Actions>
          <Button>{t('training.certificate.file')}</Button>
          <a href={back}>{t('training.certificate.back')}</a>
        </Actions>
      </form>
      <div class="s-noprint">
        <Details summary={t('training.certificate.text')}>
          <p class="s-token" translate={false}>
            {token}
          </p>
        </Details>
      </div>
    </div>
  )
}

/** Only what this centre signed is given back as a file. */
async function file(context: Context, token: string, now: Date): Promise<PageReply> {
  const verified = verifyBadge(token, await publicKeys(context), now)
  if (!verified.isValid) throw notFound('There is no certificate of this centre in what was sent.')
  return { file: token, fileName: 'certificate.jwt', contentType: 'application/vc+jwt' }
}
