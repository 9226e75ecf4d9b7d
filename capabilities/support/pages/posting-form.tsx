// The form for an offer or a need: what, how much, where, until when, whom to ring, and who may see it.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CheckboxField,
  CsrfField,
  Details,
  RadioField,
  SelectField,
  Sheet,
  TextArea,
  TextField,
} from '../../../web/kit/index.ts'
import {
  aidKinds,
  type Circle,
  circleKinds,
  givesAwayName,
  maxCircleMembers,
  type OwnNeed,
  type OwnOffer,
} from '../aid.ts'
import type { TypedPosting } from '../contract/forms.ts'
import { type Faults, type Read, Reading } from '../typed.ts'
import { ContactFields, ExerciseBox } from './call-form.tsx'
import { MomentField } from './moment-field.tsx'
import type { Reader } from './reader.ts'
import { faultText } from './words.ts'

const maxTitleLength = 200
const maxTextLength = 2000
const maxOfferDays = 400
const maxNeedDays = 60

export type PostingFault =
  | 'kind'
  | 'title'
  | 'text'
  | 'capacity'
  | 'area'
  | 'contactName'
  | 'contactPhone'
  | 'startsAt'
  | 'until'
  | 'circle'
  | 'countries'
  | 'members'

export interface PostingFacts {
  readonly subject: 'offer' | 'need'
  readonly now: Date
  readonly timeZone: string
  readonly organisationName: string
  readonly countries: readonly string[]
}

export type ReadPosting = Omit<OwnOffer, 'id' | 'withdrawnAt' | 'circle'> &
  Pick<OwnNeed, 'realm'> & { readonly circle: Omit<Circle, 'members'> }

/** Names of members are looked up by the page: only the centre's list knows them. */
export function readPosting(typed: TypedPosting, facts: PostingFacts): Read<ReadPosting, PostingFault> {
  const reading = new Reading<PostingFault>()
  const { subject, now, timeZone } = facts
  const isOffer = subject === 'offer'
  const circle = reading.choice('circle', typed.circle, circleKinds)
  const countries = typed.countries.filter((code) => facts.countries.includes(code))
  if (circle === 'countries' && countries.length === 0) reading.fault('countries', 'country')
  if (circle === 'members' && namesIn(typed.members).length === 0) reading.fault('members', 'missing')
  if (namesIn(typed.members).length > maxCircleMembers) reading.fault('members', 'long')
  const value = {
    realm: typed.exercise === 'yes' && !isOffer ? ('exercise' as const) : ('real' as const),
    kind: reading.choice('kind', typed.kind, aidKinds),
    title: reading.text('title', typed.title, maxTitleLength),
    text: reading.optional('text', typed.text, maxTextLength),
    capacity: isOffer ? reading.optional('capacity', typed.capacity, maxTitleLength) : null,
    area: reading.text('area', typed.area, maxTitleLength),
    showsName: isOffer && typed.showsName === 'yes',
    contactName: reading.text('contactName', typed.contactName, maxTitleLength),
    contactPhone: reading.phone('contactPhone', typed.contactPhone),
    startsAt:
      isOffer && typed.startsAt.trim() !== ''
        ? reading.future('startsAt', typed.startsAt, { timeZone, now, maxDays: maxOfferDays })
        : now,
    until: reading.future('until', typed.until, {
      timeZone,
      now,
      maxDays: isOffer ? maxOfferDays : maxNeedDays,
    }),
    circle: { kind: circle, countries: circle === 'countries' ? countries : [] },
  }
  if (value.until <= value.startsAt) reading.fault('until', 'order')
  if (!value.showsName) refuseName(reading, facts.organisationName, value)
  return reading.result(value)
}

/** Who stays unnamed until it is accepted must not stand in the words either. */
function refuseName(
  reading: Reading<PostingFault>,
  name: string,
  words: Pick<ReadPosting, 'title' | 'text' | 'capacity' | 'area'>,
): void {
  for (const field of ['title', 'text', 'capacity', 'area'] as const)
    if (givesAwayName(name, [words[field]])) reading.fault(field, 'own-name')
}

export function namesIn(typed: string): readonly string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export function postingLabels({ t }: Translator): Readonly<Record<PostingFault, string>> {
  return {
    kind: t('support.aid.kind'),
    title: t('support.aid.title.label'),
    text: t('support.aid.text'),
    capacity: t('support.aid.capacity'),
    area: t('support.aid.area'),
    contactName: t('support.contact.name'),
    contactPhone: t('support.contact.phone'),
    startsAt: t('support.aid.from'),
    until: t('support.aid.until'),
    circle: t('support.aid.circle'),
    countries: t('support.aid.countries'),
    members: t('support.aid.members'),
  }
}

export interface PostingFormProps {
  readonly reader: Reader
  readonly subject: 'offer' | 'need'
  readonly action: string
  readonly typed: TypedPosting
  readonly faults: Faults<PostingFault>
  readonly countries: readonly string[]
}

export function PostingForm({ reader, subject, action, typed, faults, countries }: PostingFormProps) {
  const { translator, csrfToken, timeZone } = reader
  const { t } = translator
  const labels = postingLabels(translator)
  const error = (field: PostingFault) => faultText(faults[field], translator)
  const isOffer = subject === 'offer'
  const names = new Intl.DisplayNames([translator.locale], { type: 'region' })
  return (
    <Sheet id="posting" heading={t(`support.aid.${subject}.heading`)}>
      <form class="s-stack" method="post" action={action}>
        <CsrfField token={csrfToken} />
        <SelectField
          name="kind"
          label={labels.kind}
          options={[
            { value: '', label: t('support.choose') },
            ...aidKinds.map((kind) => ({ value: kind, label: t(`support.aid.kind.${kind}`) })),
          ]}
          value={typed.kind}
          error={error('kind')}
        />
        <TextField
          name="title"
          label={labels.title}
          hint={t(`support.aid.${subject}.title.hint`)}
          value={typed.title}
          error={error('title')}
        />
        <TextArea name="text" label={labels.text} value={typed.text} error={error('text')} />
        {isOffer && (
          <TextField
            name="capacity"
            label={labels.capacity}
            value={typed.capacity}
            error={error('capacity')}
          />
        )}
        <TextField
          name="area"
          label={labels.area}
          hint={t('support.aid.area.hint')}
          value={typed.area}
          error={error('area')}
        />
        {isOffer && (
          <MomentField
            name="startsAt"
            label={labels.startsAt}
            hint={t('support.aid.from.hint')}
            value={typed.startsAt}
            error={error('startsAt')}
          />
        )}
        <MomentField
          name="until"
          label={labels.until}
          hint={t('support.zone', { zone: timeZone })}
          value={typed.until}
          error={error('until')}
        />
        <ContactFields typed={typed} faults={faults} translator={translator} />
        <RadioField
          name="circle"
          label={labels.circle}
          choices={circleKinds.map((kind) => ({ value: kind, label: t(`support.aid.circle.${kind}`) }))}
          value={typed.circle || undefined}
          error={error('circle')}
        />
        <Details summary={t('support.aid.countries.choose')} open={typed.circle === 'countries'}>
          <CheckboxField
            name="countries"
            label={labels.countries}
            choices={countries.map((code) => ({ value: code, label: names.of(code) ?? code }))}
            values={typed.countries}
            error={error('countries')}
          />
        </Details>
        <TextArea
          name="members"
          label={labels.members}
          hint={t('support.aid.members.hint')}
          rows={3}
          value={typed.members}
          error={error('members')}
        />
        {isOffer ? (
          <CheckboxField
            name="showsName"
            label={t('support.aid.name.label')}
            hideLabel
            choices={[{ value: 'yes', label: t('support.aid.name'), hint: t('support.aid.name.hint') }]}
            values={typed.showsName === 'yes' ? ['yes'] : []}
          />
        ) : (
          <ExerciseBox translator={translator} value={typed.exercise} />
        )}
        <Actions>
          <Button>{t(`support.aid.${subject}.post`)}</Button>
        </Actions>
      </form>
    </Sheet>
  )
}
