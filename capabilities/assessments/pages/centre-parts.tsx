// The parts of the centre's page: campaigns, the form for a new one, and the extracts of the comparison.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber } from '../../../platform/i18n/index.ts'
import {
  Button,
  CheckboxField,
  CsrfField,
  DateField,
  Details,
  Empty,
  Plain,
  RadioField,
  Sheet,
  StateWord,
  Table,
  TextField,
} from '../../../web/kit/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { minimumGroup } from '../benchmark/groups.ts'
import type { Campaign } from '../campaign.ts'
import type { TypedCampaign } from '../contract/forms.ts'
import type { Extract } from '../store/benchmark.ts'
import type { Faults } from '../typed.ts'
import { campaignHref, centreBase } from './paths.ts'
import { type Reader, sayInstant } from './reader.ts'
import { faultText } from './words.tsx'

export type Field = 'year' | 'due' | 'whom' | 'members' | 'extract'

export function CampaignList({
  campaigns,
  reader,
}: {
  readonly campaigns: readonly Campaign[]
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <Sheet id="campaigns" heading={t('assessments.centre.campaigns')} flush={campaigns.length > 0}>
      {campaigns.length === 0 ? (
        <Empty heading={t('assessments.centre.campaigns.none')} headingLevel={3}>
          {t('assessments.centre.campaigns.none.text')}
        </Empty>
      ) : (
        <Table
          caption={t('assessments.centre.campaigns')}
          rows={campaigns}
          keyOf={({ id }) => id}
          columns={[
            {
              label: t('assessments.centre.year'),
              kind: 'head',
              cell: ({ id, year }) => (
                <a href={campaignHref(id)}>{t('assessments.past.of', { year: String(year) })}</a>
              ),
            },
            { label: t('assessments.centre.due'), cell: ({ dueAt }) => sayInstant(dueAt, reader) },
            {
              label: t('assessments.centre.whom'),
              cell: ({ forAll }) =>
                t(forAll ? 'assessments.centre.whom.all' : 'assessments.centre.whom.some'),
            },
            {
              label: t('assessments.centre.state'),
              cell: ({ endedAt }) => (
                <StateWord state={endedAt ? 'done' : 'half'}>
                  {t(endedAt ? 'assessments.centre.ended' : 'assessments.centre.running')}
                </StateWord>
              ),
            },
          ]}
        />
      )}
    </Sheet>
  )
}

export interface FormProps {
  readonly typed: TypedCampaign
  readonly faults: Faults<Field>
  readonly labels: Readonly<Record<Field, string>>
  readonly members: readonly Organisation[]
  readonly reader: Reader
}

export function OpenForm({ typed, faults, labels, members, reader }: FormProps) {
  const { translator } = reader
  const { t } = translator
  const errorOf = (field: Field) => faultText(faults[field], translator)
  return (
    <Plain id="open" heading={t('assessments.centre.open')}>
      <form class="s-stack" method="post" action={`${centreBase}/campaigns`}>
        <CsrfField token={reader.csrfToken} />
        <TextField name="year" label={labels.year} value={typed.year} error={errorOf('year')} />
        <DateField
          name="due"
          label={labels.due}
          hint={t('assessments.centre.due.hint')}
          partLabels={{
            day: t('assessments.date.day'),
            month: t('assessments.date.month'),
            year: t('assessments.date.year'),
          }}
          value={{ day: typed['due-day'], month: typed['due-month'], year: typed['due-year'] }}
          error={errorOf('due')}
        />
        <RadioField
          name="whom"
          label={labels.whom}
          value={typed.whom || undefined}
          choices={[
            {
              value: 'all',
              label: t('assessments.centre.whom.all'),
              hint: t('assessments.centre.whom.all.hint'),
            },
            { value: 'some', label: t('assessments.centre.whom.some') },
          ]}
          error={errorOf('whom')}
        />
        <Details summary={labels.members} open={faults.members !== undefined}>
          <CheckboxField
            name="members"
            label={labels.members}
            hideLabel
            values={typed.members}
            choices={members.map(({ id, name }) => ({ value: String(id), label: name }))}
            error={errorOf('members')}
          />
        </Details>
        <div>
          <Button>{t('assessments.centre.open.button')}</Button>
        </div>
      </form>
    </Plain>
  )
}

export function ExtractPart({
  extracts,
  faults,
  labels,
  isAdministrator,
  reader,
}: {
  readonly extracts: readonly Extract[]
  readonly faults: Faults<Field>
  readonly labels: Readonly<Record<Field, string>>
  readonly isAdministrator: boolean
  readonly reader: Reader
}) {
  const { translator } = reader
  const { t } = translator
  return (
    <Plain id="extracts" heading={t('assessments.centre.extracts')}>
      <p>{t('assessments.centre.extracts.text', { least: minimumGroup })}</p>
      {extracts.length > 0 && (
        <Table
          caption={t('assessments.centre.extracts')}
          rows={extracts}
          keyOf={({ year }) => year}
          columns={[
            {
              label: t('assessments.centre.year'),
              kind: 'head',
              cell: ({ year }) => (
                <a href={`${centreBase}/extracts/${year}`}>
                  {t('assessments.centre.extract.of', { year: String(year) })}
                </a>
              ),
            },
            {
              label: t('assessments.centre.houses'),
              kind: 'number',
              cell: ({ houses }) =>
                t('assessments.centre.atLeast', { count: formatNumber(houses, translator) }),
            },
            {
              label: t('assessments.centre.made'),
              cell: ({ madeAt, madeByName }) =>
                t('assessments.past.by', { day: sayInstant(madeAt, reader), name: madeByName }),
            },
          ]}
        />
      )}
      {isAdministrator && (
        <form class="s-stack" method="post" action={`${centreBase}/extracts`}>
          <CsrfField token={reader.csrfToken} />
          <TextField
            name="year"
            id="extract"
            label={labels.extract}
            hint={t('assessments.centre.extract.hint')}
            value=""
            error={faultText(faults.extract, translator)}
          />
          <div>
            <Button kind="secondary">{t('assessments.centre.extract.button')}</Button>
          </div>
        </form>
      )}
    </Plain>
  )
}
