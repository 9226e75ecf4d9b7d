// Sample page: an import in progress, its rejected rows, a contradiction.
// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  Change,
  Clash,
  Fill,
  Note,
  PageHead,
  Progress,
  RadioField,
  RawText,
  ReasonLine,
  Sheet,
  Table,
} from '../kit/index.ts'
import { type SampleLook, sample, translatorFor } from './frame.ts'

export function importResult(look: SampleLook): string {
  const { t } = translatorFor(look.locale)
  return sample(
    look,
    'Assets',
    '496 of 500 rows are in. 4 need you.',
    <>
      <PageHead
        title="496 of 500 rows are in. 4 need you."
        lead="Stored on Tue 17 Nov 2026, 09:52."
        because={
          <>
            <b>And at once</b> we compared all 496 with 2,310 live advisories: <strong>1 new alert</strong>.
          </>
        }
      />
      <Note tone="done" announce>
        <b>Stored.</b> Your answer is kept.
      </Note>
      <div class="s-above">
        <Progress
          id="progress"
          label="Comparing rows: 210 of 500"
          done={210}
          total={500}
          note={
            <>
              {t('shell.progress.leave')} {t('shell.progress.refresh', { seconds: 5 })}
            </>
          }
          reload={{ label: t('shell.progress.reload'), href: '/imports/1' }}
        />
      </div>
      <div class="s-above">
        <Sheet
          id="rejected"
          heading="4 rows we couldn’t take"
          aside={<a href="/imports/1/rejected.csv">Download only these rows</a>}
          flush
        >
          <Table
            caption="Rejected rows"
            rows={[
              {
                line: 88,
                text: '=HYPERLINK("http…")',
                start: 0,
                end: 11,
                why: 'The name is a formula. We never run formulas.',
              },
              {
                line: 412,
                text: 'R�ntgen 2',
                start: 1,
                end: 2,
                why: 'One letter can’t be read; the rest of the file is fine.',
              },
            ]}
            keyOf={(row) => row.line}
            stateOf={() => 'unknown'}
            columns={[
              { label: 'Line', kind: 'number', cell: (row) => row.line },
              {
                label: 'What it says',
                kind: 'head',
                cell: (row) => <RawText text={row.text} faulty={row} faultyWord={t('shell.raw.faulty')} />,
              },
              { label: 'Why not', phoneLabel: null, cell: (row) => <ReasonLine>{row.why}</ReasonLine> },
              { label: 'Filled', cell: () => <Fill filled={439} total={500} label="439 of 500" /> },
              {
                label: 'Changed',
                cell: () => (
                  <Change
                    was="4.1.1"
                    is="4.1.2"
                    wasWord={t('shell.change.was')}
                    isWord={t('shell.change.is')}
                  />
                ),
              },
            ]}
          />
        </Sheet>
      </div>
      <div class="s-above-l">
        <Clash
          id="clash"
          label="Contradiction"
          heading="Two authorities would read two different numbers"
          values={[
            { source: 'Told to the CSIRT', figure: 'about 4,000 patients', by: 'J. Brandt, 05:40' },
            { source: 'This draft', figure: 'about 400 patients', by: 'Records office, 11:20' },
          ]}
        >
          <form method="post" action="/settle">
            <RadioField
              name="right"
              label="Which is right, as far as you know now?"
              choices={[
                { value: '1', label: 'About 400. Prepare a correction to the CSIRT' },
                { value: '2', label: 'Not known yet' },
              ]}
            />
            <Button>Settle the number</Button>
          </form>
        </Clash>
      </div>
    </>,
  )
}
