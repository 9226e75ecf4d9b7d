// Sample page: a filtered list with rows late and silent, bulk answers and pages; and the same list empty.
// SPDX-License-Identifier: EUPL-1.2
import {
  BulkBar,
  Empty,
  FilterBar,
  PageHead,
  Pagination,
  ReasonLine,
  SelectField,
  ShownFilters,
  type State,
  StateWord,
  Table,
  TextField,
  Tick,
  TimeLeft,
  type Urgency,
  UrgencyTag,
  Views,
} from '../kit/index.ts'
import { type SampleLook, sample, translatorFor, when } from './frame.ts'

interface Row {
  readonly id: string
  readonly urgency: Urgency
  readonly title: string
  readonly where: string
  readonly because: string
  readonly dueAt: string
  readonly state: State
  readonly word: string
}

const rows: readonly Row[] = [
  {
    id: '0',
    urgency: 'now',
    title: 'HN-Edge firewall: log-in without password',
    where: '1 asset · Lindenstraße',
    because: '9.1.4 is before 9.1.6, attacked',
    dueAt: '2026-11-09T07:12:00Z',
    state: 'late',
    word: 'Overdue',
  },
  {
    id: '1',
    urgency: 'now',
    title: 'InfuLine Gateway G4: strangers can change pump settings',
    where: '5 assets · intensive care, theatres',
    because: 'you run 4.1.2; before 4.2.0 is attacked',
    dueAt: '2026-11-18T07:12:00Z',
    state: 'new',
    word: 'New',
  },
  {
    id: '2',
    urgency: 'check',
    title: 'PraxView 7: patient images readable through the web viewer',
    where: '1 asset · radiology',
    because: '“R7 SP2” may or may not have the viewer',
    dueAt: '2026-11-19T11:00:00Z',
    state: 'silent',
    word: 'Nothing heard',
  },
  {
    id: '3',
    urgency: 'soon',
    title: 'LabBridge 3: results can be altered on the way',
    where: '2 assets · laboratory',
    because: '3.8 is in the range 3.0 to 3.9',
    dueAt: '2026-11-19T14:30:00Z',
    state: 'half',
    word: 'In progress',
  },
  {
    id: '4',
    urgency: 'plan',
    title: 'CV-200 bedside monitor: weak service password',
    where: '38 assets · all wards',
    because: 'same model, all versions',
    dueAt: '2026-11-30T11:00:00Z',
    state: 'done',
    word: 'Remediated',
  },
  {
    id: '5',
    urgency: 'watch',
    title: 'Kalmo badge printer: prints without sign-in',
    where: '1 asset · reception',
    because: 'same model; not on the network',
    dueAt: '2026-12-30T11:00:00Z',
    state: 'done',
    word: 'Not applicable',
  },
]

export function alerts(look: SampleLook): string {
  const { t } = translatorFor(look.locale)
  return sample(
    look,
    'Alerts',
    'Alerts',
    <>
      <PageHead title="Alerts" lead="4 open, one of them waits for your check" />
      <Views
        label="Views of alerts"
        views={[
          { label: 'Open', href: '?v=open', current: true, count: '4' },
          { label: 'Closed', href: '?v=closed', current: false, count: '37' },
          { label: 'Not for us', href: '?v=not', current: false },
        ]}
      />
      <div class="s-sheet">
        <Filters look={look} />
        <ShownFilters
          lead={t('shell.filter.shown')}
          filters={[
            { label: 'Main site', removeHref: '?state=open' },
            { label: 'Open', removeHref: '?site=main' },
          ]}
          removeText={t('shell.filter.remove')}
          removeAll={{ label: t('shell.filter.removeAll'), href: '?' }}
          hides="16 more are open at your other sites."
        />
        <form method="post" action="/alerts/bulk">
          <AlertTable look={look} />
          <BulkBar
            submit={t('shell.bulk.preview')}
            note={t('shell.bulk.note')}
            tickedTemplate={t('shell.bulk.ticked', { count: '{count}' })}
          >
            <SelectField
              name="answer"
              label={t('shell.bulk.heading')}
              options={[
                { value: 'ack', label: 'Acknowledge, applies to us' },
                { value: 'no', label: 'Not applicable, because …' },
              ]}
            />
          </BulkBar>
        </form>
      </div>
      <Pagination
        label={t('shell.list.pages')}
        shown={t('shell.list.shownOf', { shown: 6, total: 41 })}
        newer={{ label: t('shell.list.newer'), href: '?after=1' }}
        older={{ label: t('shell.list.older'), href: '?before=9' }}
      />
    </>,
  )
}

function AlertTable({ look }: { readonly look: SampleLook }) {
  const { t } = translatorFor(look.locale)
  return (
    <Table
      caption="Alerts"
      rows={rows}
      keyOf={(row) => row.id}
      stateOf={(row) => (row.state === 'late' || row.state === 'silent' ? row.state : undefined)}
      columns={[
        {
          label: t('shell.bulk.tickColumn'),
          hiddenLabel: true,
          kind: 'tick',
          cell: (row) => <Tick name="id" value={row.id} label={t('shell.bulk.tick', { name: row.title })} />,
        },
        {
          label: 'Alert',
          kind: 'head',
          main: true,
          cell: (row) => (
            <>
              <UrgencyTag urgency={row.urgency}>{t(`shell.urgency.${row.urgency}`)}</UrgencyTag>
              <br />
              <a href={`/alerts/${row.id}`}>{row.title}</a>
              <span class="s-sub">{row.where}</span>
            </>
          ),
        },
        { label: 'Because', phoneLabel: null, cell: (row) => <ReasonLine>{row.because}</ReasonLine> },
        {
          label: 'Next due',
          cell: (row) => (
            <>
              <strong class="s-nowrap">{when(row.dueAt, look.locale).due}</strong>
              <span class="s-sub">
                <TimeLeft dueAt={new Date(row.dueAt)}>{when(row.dueAt, look.locale).left}</TimeLeft>
              </span>
            </>
          ),
        },
        { label: 'State', cell: (row) => <StateWord state={row.state}>{row.word}</StateWord> },
      ]}
    />
  )
}

function Filters({ look }: { readonly look: SampleLook }) {
  const { t } = translatorFor(look.locale)
  const all = [{ value: '', label: t('shell.filter.all') }]
  return (
    <FilterBar label="Filter alerts" action="/alerts" submit={t('shell.filter.apply')}>
      <TextField name="q" type="search" label={t('shell.filter.search')} />
      <SelectField name="urgency" label="Urgency" options={all} />
      <SelectField
        name="state"
        label="State"
        options={[...all, { value: 'open', label: 'Open' }]}
        value="open"
      />
      <SelectField
        name="site"
        label="Where"
        options={[...all, { value: 'main', label: 'Main site' }]}
        value="main"
      />
    </FilterBar>
  )
}

export function noAlerts(look: SampleLook): string {
  return sample(
    look,
    'Alerts',
    'No open alerts',
    <>
      <PageHead title="Alerts" />
      <Empty heading="No open alerts" action={<a href="/assets/incomplete">Complete the 88 others</a>}>
        412 of 500 assets were compared this morning; 88 could not be. That says nothing about whether those
        are safe.
      </Empty>
    </>,
  )
}
