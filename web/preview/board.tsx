// Sample page: the duty board with split bars, a chart with its table, clocks and figures.
// SPDX-License-Identifier: EUPL-1.2

import { formatNumber } from '../../platform/i18n/index.ts'
import {
  type AnswerState,
  BarChart,
  Board,
  ButtonLink,
  Clock,
  Duty,
  Halves,
  Key,
  NextStep,
  PageHead,
  Plain,
  Sheet,
  SplitBar,
  Table,
  Tally,
  type Urgency,
  UrgencyTag,
} from '../kit/index.ts'
import { type SampleLook, sample, translatorFor, when } from './frame.ts'

interface Row {
  readonly urgency: Urgency
  readonly title: string
  readonly more: string
  readonly members: number
  readonly parts: Readonly<Record<AnswerState, number>>
  readonly step: string
}

const rows: readonly Row[] = [
  {
    urgency: 'now',
    title: 'InfuLine Gateway G4',
    more: 'Velora Medical VM-2026-014 · exploited since 12 Nov',
    members: 31,
    parts: { answered: 17, waiting: 10, late: 0, silent: 4 },
    step: 'Call 4 silent',
  },
  {
    urgency: 'now',
    title: 'HN-Edge firewall, VPN login',
    more: 'Halden Networks HN-26-31 · exploited since 9 Nov',
    members: 22,
    parts: { answered: 18, waiting: 0, late: 4, silent: 0 },
    step: 'Call 4 overdue',
  },
  {
    urgency: 'check',
    title: 'PraxView 7 web viewer',
    more: 'Oskarin Imaging OI-0077 · 12 of 20 can’t tell',
    members: 20,
    parts: { answered: 5, waiting: 3, late: 2, silent: 10 },
    step: 'Ask the vendor',
  },
  {
    urgency: 'plan',
    title: 'CV-200 bedside monitor',
    more: 'Corvia CS-118',
    members: 300,
    parts: { answered: 298, waiting: 1, late: 1, silent: 0 },
    step: 'Nothing today',
  },
]
const states = ['answered', 'waiting', 'late', 'silent'] as const

export function board(look: SampleLook): string {
  const translator = translatorFor(look.locale)
  const { t } = translator
  return sample(
    look,
    'Today',
    'Duty board',
    <>
      <PageHead
        title="Duty board"
        meta={
          <span>
            Tuesday 17 November 2026, 09:40 · Day shift since 07:00 · <a href="/shift">Hand over the shift</a>
          </span>
        }
      />
      <NextStep
        slim
        id="next"
        label="Next"
        heading="Call back St. Brigid Clinic"
        because={
          <>
            <b>Because</b> you promised 09:15, 25 minutes ago.
          </>
        }
        action={<ButtonLink href="/calls/1">Open the call</ButtonLink>}
      />
      <Tally
        figures={[
          { term: 'Members with an open alert', figure: '98', href: '/m?open', note: 'of 326' },
          {
            term: 'Not answered in time',
            figure: '9',
            href: '/m?late',
            tone: 'late',
            note: '5 of them “Act now”',
          },
          {
            term: 'Silent',
            figure: '15',
            href: '/m?silent',
            tone: 'silent',
            note: 'nothing heard since the alert',
          },
          {
            term: 'Can’t tell, waiting for us',
            figure: '7',
            href: '/review',
            tone: 'unknown',
            note: 'review queue',
          },
        ]}
      />
      <Board
        first={
          <Sheet
            id="advisories"
            heading="By advisory"
            aside={<Key entries={states.map((series) => ({ series, label: series }))} />}
            flush
          >
            <Table
              caption="Open advisories and their answers"
              rows={rows}
              keyOf={(row) => row.title}
              columns={[
                {
                  label: 'Advisory',
                  kind: 'head',
                  main: true,
                  cell: (row) => (
                    <>
                      <UrgencyTag urgency={row.urgency}>{t(`shell.urgency.${row.urgency}`)}</UrgencyTag>
                      <br />
                      <a href="/a/1">{row.title}</a>
                      <span class="s-sub">{row.more}</span>
                    </>
                  ),
                },
                {
                  label: 'Affected',
                  nowrap: true,
                  cell: (row) => (
                    <>
                      <strong>{row.members}</strong> members
                    </>
                  ),
                },
                {
                  label: 'Answers',
                  cell: (row) => (
                    <SplitBar
                      parts={states.map((state) => ({
                        state,
                        count: row.parts[state],
                        label: t(`shell.answers.${state}`, { count: row.parts[state] }),
                      }))}
                    />
                  ),
                },
                { label: 'Next step', cell: (row) => <a href="/calls">{row.step}</a> },
              ]}
            />
          </Sheet>
        }
        sideLabel="Clocks and duties"
        side={
          <>
            <Plain id="clocks" heading="Next clocks" aside={<a href="/clocks">All 41</a>}>
              <Clock
                state="late"
                what="Call back St. Brigid Clinic"
                {...when('2026-11-17T08:15:00Z')}
                why="You promised at 08:45. Ours, not theirs."
              />
              <Clock
                state="now"
                what="Answer the early warning, Marienfeld Hospital"
                {...when('2026-11-17T10:30:00Z')}
                percentRun={92}
                why="CSIRT’s own 24 h, NIS2 Art. 23(5)"
              />
              <Clock state="unknown" what="Telling the patients" due="Can’t tell" left="needs “high risk?”" />
            </Plain>
            <Plain id="duties" heading="Duties">
              <Duty
                clock={{
                  state: 'wait',
                  what: 'Final report',
                  due: '1 month after the notification',
                  left: t('shell.time.notStarted'),
                }}
                reasons={[
                  {
                    term: 'Worked out',
                    text: (
                      <>
                        starts with the <b>notification</b>. NIS2 Art. 23(4)(d)
                      </>
                    ),
                  },
                  { term: 'Enough now', text: 'Root cause, measures, impact' },
                ]}
              />
            </Plain>
          </>
        }
      >
        <Plain id="ages" heading="10 of 31 have been open for more than two days">
          <BarChart
            caption="Open alerts by age and urgency"
            categoryLabel="Age"
            totalLabel="All"
            series={[
              { series: 'now', label: t('shell.urgency.now') },
              { series: 'soon', label: t('shell.urgency.soon') },
              { series: 'watch', label: t('shell.urgency.watch') },
            ]}
            rows={[
              { category: 'Under 1 day', counts: [4, 6, 5] },
              { category: '1–2 days', counts: [11, 9, 12] },
              { category: '3–7 days', counts: [5, 8, 21] },
              { category: 'Over 14 days', counts: [0, 2, 9] },
            ]}
            formatNumber={(value) => formatNumber(value, translator)}
          />
        </Plain>
        <Halves>
          <Plain id="country" heading="By country" flush>
            <Table
              caption="Answers by country"
              stack={false}
              rows={[
                { name: 'Germany', n: 14, a: 9 },
                { name: 'Italy', n: 8, a: 3 },
              ]}
              keyOf={(row) => row.name}
              columns={[
                { label: 'Country', kind: 'head', cell: (row) => row.name },
                { label: 'Affected', kind: 'number', cell: (row) => row.n },
                { label: 'Answered', kind: 'number', cell: (row) => row.a },
              ]}
            />
          </Plain>
          <Plain id="shift" heading="Shift">
            <p class="s-dense">Taken over from T. Halonen at 07:00.</p>
          </Plain>
        </Halves>
      </Board>
    </>,
    {
      width: 'wide',
      organisation: 'Lakeland Health Security Centre',
      organisationNote: '326 members',
      exercise: true,
    },
  )
}
