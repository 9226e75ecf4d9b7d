// The pages on which a member posts an offer or a need, and withdraws it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { ErrorSummary, PageHead } from '../../../web/kit/index.ts'
import { contactsOf, findOrganisation } from '../../organisations/index.ts'
import { membersNamed, postNeed, postOffer, withdrawOwn } from '../actions/aid.ts'
import { offerForm, postingPath, type TypedPosting } from '../contract/forms.ts'
import { unknownHere } from '../contract/refusals.ts'
import type { Faults } from '../typed.ts'
import { aidHref, homeHref, memberBase } from './paths.ts'
import { namesIn, type PostingFault, PostingForm, postingLabels, readPosting } from './posting-form.tsx'
import { localMinute, memberActs, readerOf } from './reader.ts'
import { faultList } from './words.ts'

type Subject = 'offer' | 'need'

/** Of the European Economic Area: where members of a centre are, until somebody runs one elsewhere. */
const circleCountries =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ')
const weekMs = 7 * 24 * 3_600_000

export function postingPages(context: Context): readonly Page[] {
  return (['offer', 'need'] as const).flatMap((subject) => {
    const path = `${memberBase}/aid/${subject}s`
    const common = { permission: 'support:write', query: nothing } as const
    return [
      definePage({
        ...common,
        method: 'GET',
        path,
        params: memberPath,
        body: nothing,
        handle: async (request) => show(context, request, subject, await emptyForm(context, request), {}),
      }),
      definePage({
        ...common,
        method: 'POST',
        path,
        params: memberPath,
        body: offerForm,
        handle: (request) => post(context, request, subject, request.body),
      }),
      definePage({
        ...common,
        method: 'POST',
        path: `${path}/:postingId/withdraw`,
        params: postingPath,
        body: nothing,
        async handle(request) {
          await withdrawOwn(context, memberActs(request), subject, request.params.postingId, request.now)
          return { redirect: aidHref(request.organisationId) }
        },
      }),
    ]
  })
}

async function post(
  context: Context,
  request: AnyRequest,
  subject: Subject,
  typed: TypedPosting,
): Promise<PageReply> {
  const { organisationId, now } = request
  const { name } = await ownOf(context, organisationId)
  const { timeZone } = readerOf(context, request)
  const read = readPosting(typed, {
    subject,
    now,
    timeZone,
    organisationName: name,
    countries: circleCountries,
  })
  if (read.faults) return show(context, request, subject, typed, read.faults)
  const names = read.value.circle.kind === 'members' ? namesIn(typed.members) : []
  const { found, unknown } = await membersNamed(context, names)
  if (unknown.length > 0) return show(context, request, subject, typed, { members: 'names' })
  const posting = { ...read.value, circle: { ...read.value.circle, members: found } }
  const by = memberActs(request)
  await (subject === 'offer' ? postOffer(context, by, posting, now) : postNeed(context, by, posting, now))
  return { redirect: aidHref(organisationId) }
}

async function emptyForm(context: Context, request: AnyRequest): Promise<TypedPosting> {
  const { timeZone } = readerOf(context, request)
  const { country, phone } = await ownOf(context, request.organisationId)
  return {
    kind: '',
    title: '',
    text: '',
    capacity: '',
    area: '',
    showsName: '',
    contactName: request.caller?.person.name ?? '',
    contactPhone: phone,
    startsAt: '',
    until: localMinute(new Date(request.now.getTime() + weekMs), timeZone),
    circle: '',
    countries: [country],
    members: '',
    exercise: '',
  }
}

async function ownOf(context: Context, organisationId: number) {
  return context.database.asMember(organisationId, async (scope) => {
    const organisation = await findOrganisation(scope, organisationId)
    if (!organisation) throw unknownHere()
    const [contact] = await contactsOf(scope, [organisationId])
    return { name: organisation.name, country: organisation.country, phone: contact?.phone ?? '' }
  })
}

async function show(
  context: Context,
  request: AnyRequest,
  subject: Subject,
  typed: TypedPosting,
  faults: Faults<PostingFault>,
): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const title = t(`support.aid.${subject}.title`)
  const errors = faultList(faults, postingLabels(reader.translator), reader.translator)
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <PageHead
        title={title}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('support.aid.heading'), href: aidHref(organisationId) }],
        }}
        lead={t(`support.aid.${subject}.lead`)}
      />
      <PostingForm
        reader={reader}
        subject={subject}
        action={`${aidHref(organisationId)}/${subject}s`}
        typed={typed}
        faults={faults}
        countries={circleCountries}
      />
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
