// Sample page: one alert with its steps, proof and answer.
// SPDX-License-Identifier: EUPL-1.2
import {
  AnswerBar,
  Button,
  Clock,
  DecisionPath,
  Details,
  Facts,
  GradeTag,
  PageHead,
  Plain,
  RadioField,
  Rail,
  SelectField,
  Sheet,
  StateWord,
  Steps,
  Table,
  UrgencyTag,
} from '../kit/index.ts'
import { type SampleLook, sample, translatorFor, when } from './frame.ts'

export function alert(look: SampleLook): string {
  const { t } = translatorFor(look.locale)
  return sample(
    look,
    'Alerts',
    'InfuLine Gateway G4',
    <>
      <PageHead
        wayTo={{ label: t('shell.pages.wayTo'), steps: [{ label: 'Alerts', href: '/alerts' }] }}
        meta={
          <>
            <UrgencyTag urgency="now">{t('shell.urgency.now')}</UrgencyTag>{' '}
            <StateWord state="new">Not yet acknowledged</StateWord>
          </>
        }
        title="InfuLine Gateway G4: strangers can change pump settings"
        lead="A flaw in the gateway’s web service lets someone without a password send settings to connected infusion pumps. Attacks have been seen in two countries since 12 November."
        because={
          <>
            <b>Because</b> you run <strong>5 InfuLine G4 gateways, 4.1.2 and 4.0.7</strong>; every version
            before 4.2.0 is open to this. Three of yours can be <strong>reached from the internet</strong>.
            For a sixth we can’t tell.
          </>
        }
      />
      <Rail
        sticky
        sideLabel="By when, and your answer"
        first={
          <Sheet id="do" heading="What to do now">
            <Steps
              steps={[
                {
                  heading: 'Today: close port 8443 from the internet to the gateways',
                  detail: 'At your firewall, or ask your firewall supplier. It takes about ten minutes.',
                  effect: (
                    <>
                      <b>Effect on care</b> none for running infusions. Drug-library updates pause; tell the
                      wards.
                    </>
                  ),
                },
                {
                  heading: 'By Mon 23 Nov: install version 4.2.0',
                  detail: 'About 40 minutes a gateway, by a Velora technician.',
                  effect: (
                    <>
                      <b>Effect on care</b> pumps run stand-alone during the update.
                    </>
                  ),
                },
                {
                  heading: 'Look once for log-ins from outside since 12 Nov',
                  detail: (
                    <>
                      Gateway menu: Service, Access log. If you find any,{' '}
                      <a href="/emergency">report an incident</a>.
                    </>
                  ),
                },
              ]}
            />
          </Sheet>
        }
        side={
          <>
            <Plain id="by-when" heading="By when">
              <Clock
                state="now"
                what="Acknowledge"
                {...when('2026-11-18T07:12:00Z')}
                percentRun={53}
                why="48 h after we told you (Mon 16 Nov, 08:12)"
              />
              <Clock
                state="plan"
                what="Fixed"
                {...when('2026-11-23T07:12:00Z')}
                percentRun={15}
                why="“Act now” means 7 days"
              />
              <Details summary="How these times are worked out">
                Service rule 3, in force since 1 Sep 2026.
              </Details>
            </Plain>
            <AnswerBar
              id="answer"
              heading="Your answer"
              lead="One minute. You can change it later."
              action="/alerts/1/answer"
              csrfToken="x"
              after={
                <>
                  Next we ask how far you are, by <strong>Fri 20 Nov</strong>.
                </>
              }
            >
              <RadioField
                name="applies"
                label="Does this apply to you?"
                value="yes"
                choices={[
                  {
                    value: 'yes',
                    label: 'Yes, to the 5 we named',
                    suggestion: t('shell.suggestion', { source: 'your list of 11 Nov' }),
                  },
                  { value: 'some', label: 'Yes, but other assets' },
                  { value: 'no', label: 'No, and I’ll say why' },
                  { value: 'unknown', label: 'I don’t know yet' },
                ]}
              />
              <SelectField
                name="owner"
                label="Who takes care of it?"
                options={[
                  { value: '1', label: 'Me (Jana Brandt, IT)' },
                  { value: '2', label: 'Biomedical engineering (P. Lorenz)' },
                ]}
              />
              <Button>Acknowledge</Button>
            </AnswerBar>
          </>
        }
      >
        <Plain id="why" heading="Why you" aside="5 assets affected, 1 we can’t tell" flush>
          <Table
            caption="What your list and the advisory say"
            rows={[
              {
                q: 'Same product?',
                list: 'Velora, “IL-GW4”',
                says: 'Velora Medical, InfuLine Gateway G4',
                grade: 2 as const,
                word: 'Confirmed alias',
                more: 'confirmed by the centre, 13 Nov',
              },
              {
                q: 'Version in range?',
                list: '4.1.2 (4 assets), 4.0.7 (1)',
                says: 'all before 4.2.0',
                grade: 3 as const,
                word: 'Exact range',
                more: '4.1.2 is before 4.2.0',
              },
              {
                q: 'GW-STORE in range?',
                list: 'no version',
                says: 'all before 4.2.0',
                grade: 0 as const,
                word: t('shell.cannotTell'),
                more: 'please read it off the label',
              },
            ]}
            keyOf={(row) => row.q}
            columns={[
              { label: 'Question', kind: 'head', cell: (row) => row.q },
              { label: 'Your list says', phoneLabel: 'Your list', cell: (row) => row.list },
              { label: 'The advisory says', phoneLabel: 'Advisory', cell: (row) => row.says },
              {
                label: 'How sure',
                cell: (row) => (
                  <>
                    <GradeTag grade={row.grade}>{row.word}</GradeTag>
                    <span class="s-sub">{row.more}</span>
                  </>
                ),
              },
            ]}
          />
        </Plain>
        <Plain
          id="urgent"
          heading="How urgent, and why"
          aside={<UrgencyTag urgency="now">{t('shell.urgency.now')}</UrgencyTag>}
        >
          <DecisionPath
            questions={[
              {
                question: 'Is it being attacked?',
                answer: 'Yes, now',
                because: 'in the catalogue of exploited vulnerabilities since 13 Nov',
              },
              {
                question: 'Can attackers reach it?',
                answer: 'Can’t tell',
                because: 'no scan of your address yet',
                unknown: true,
              },
              {
                question: 'What harm can it do?',
                answer: 'Very high',
                because: 'your gateways feed life-supporting pumps',
              },
            ]}
            result={{
              urgency: 'now',
              lead: 'So',
              answer: 'Act now',
              because: '(“immediate”, row 71 of the table)',
            }}
          />
        </Plain>
        <Plain id="facts" heading="Sources">
          <Facts
            facts={[
              {
                term: 'Advisory',
                value: <a href="/advisories/1">VM-2026-014, version 2</a>,
                source: 'signature checked, TLP:CLEAR',
              },
              { term: 'Beds', value: '240', source: 'profile, Mar 2026' },
              { term: 'Second factor', value: <StateWord state="unknown">Not known</StateWord> },
            ]}
          />
        </Plain>
      </Rail>
    </>,
  )
}
