// The pages on which a member answers another's need or asks for an offer, and takes the steps that follow.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  Button,
  CsrfField,
  ErrorSummary,
  PageHead,
  ReasonLine,
  Sheet,
  TextArea,
} from '../../../web/kit/index.ts'
import { contactsOf } from '../../organisations/index.ts'
import { viewAid } from '../actions/aid.ts'
import { answerPosting, takeMatchStep } from '../actions/match.ts'
import { givesAwayName } from '../aid.ts'
import { answerForm, matchPath, postingPath, type TypedAnswer } from '../contract/forms.ts'
import { noLongerThere } from '../contract/refusals.ts'
import { type Faults, Reading } from '../typed.ts'
import { ContactFields } from './call-form.tsx'
import { aidHref, homeHref, memberBase } from './paths.ts'
import { memberActs, readerOf } from './reader.ts'
import { faultList, faultText } from './words.ts'

type Subject = 'offer' | 'need'
type AnswerFault = 'text' | 'contactName' | 'contactPhone'

const maxTextLength = 2000
const maxNameLength = 200

export function answerPages(context: Context): readonly Page[] {
  const common = { permission: 'support:write', query: nothing } as const
  const answers = (['offer', 'need'] as const).flatMap((subject) => {
    const path = `${memberBase}/aid/${subject}s/:postingId`
    return [
      definePage({
        ...common,
        method: 'GET',
        path,
        params: postingPath,
        body: nothing,
        handle: async (request) =>
          show(context, request, subject, request.params.postingId, await emptyForm(context, request), {}),
      }),
      definePage({
        ...common,
        method: 'POST',
        path,
        params: postingPath,
        body: answerForm,
        async handle(request) {
          const { postingId } = request.params
          const reading = new Reading<AnswerFault>()
          const value = {
            text: reading.text('text', request.body.text, maxTextLength),
            contactName: reading.text('contactName', request.body.contactName, maxNameLength),
            contactPhone: reading.phone('contactPhone', request.body.contactPhone),
          }
          if (givesAwayName(request.membership?.organisationName ?? '', [value.text]))
            reading.fault('text', 'own-name')
          const read = reading.result(value)
          if (read.faults) return show(context, request, subject, postingId, request.body, read.faults)
          await answerPosting(context, memberActs(request), subject, postingId, read.value, request.now)
          return { redirect: aidHref(request.organisationId) }
        },
      }),
    ]
  })
  return [
    ...answers,
    definePage({
      ...common,
      method: 'POST',
      path: `${memberBase}/aid/matches/:matchId/:step`,
      params: matchPath,
      body: nothing,
      async handle(request) {
        const { matchId, step } = request.params
        await takeMatchStep(context, memberActs(request), matchId, step, request.now)
        return { redirect: aidHref(request.organisationId) }
      },
    }),
  ]
}

async function emptyForm(context: Context, { organisationId, caller }: AnyRequest): Promise<TypedAnswer> {
  const [contact] = await context.database.asMember(organisationId, (scope) =>
    contactsOf(scope, [organisationId]),
  )
  return { text: '', contactName: caller?.person.name ?? '', contactPhone: contact?.phone ?? '' }
}

async function show(
  context: Context,
  request: AnyRequest,
  subject: Subject,
  postingId: number,
  typed: TypedAnswer,
  faults: Faults<AnswerFault>,
): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(context, request)
  const { translator } = reader
  const { t, tr } = translator
  const view = await viewAid(context, organisationId, request.now)
  const posting = (subject === 'offer' ? view.offers : view.needs).find(({ id }) => id === postingId)
  if (!posting) throw noLongerThere()
  const labels = {
    text: t(`support.aid.${subject}.answer.text`),
    contactName: t('support.contact.name'),
    contactPhone: t('support.contact.phone'),
  }
  const errors = faultList(faults, labels, translator)
  const title = t(`support.aid.${subject}.answer`, { title: posting.title })
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <PageHead
        title={title}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('support.aid.heading'), href: aidHref(organisationId) }],
        }}
        lead={posting.text ?? posting.area}
      />
      <Sheet id="answer" heading={t('support.aid.answer.heading')}>
        <ReasonLine>{tr('support.aid.answer.because')}</ReasonLine>
        <form class="s-stack" method="post" action={`${aidHref(organisationId)}/${subject}s/${postingId}`}>
          <CsrfField token={reader.csrfToken} />
          <TextArea
            name="text"
            label={labels.text}
            value={typed.text}
            error={faultText(faults.text, translator)}
          />
          <ContactFields typed={typed} faults={faults} translator={translator} />
          <Actions>
            <Button>{t('support.aid.answer.send')}</Button>
          </Actions>
        </form>
      </Sheet>
    </>
  )
  return {
    html: await context.render(request, {
      title,
      content,
      current: homeHref(organisationId),
      width: 'narrow',
    }),
    status: errors.length > 0 ? 422 : 200,
  }
}
