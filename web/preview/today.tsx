// Sample page: what needs a hospital today.
// SPDX-License-Identifier: EUPL-1.2
import {
  ButtonLink,
  Clock,
  CoverageMeter,
  firstThree,
  Needs,
  PageHead,
  Plain,
  Rail,
  ReasonLine,
  Sheet,
  TimeLine,
  UrgencyTag,
} from '../kit/index.ts'
import { type SampleLook, sample, translatorFor, when } from './frame.ts'

export function today(look: SampleLook): string {
  const { t } = translatorFor(look.locale)
  const first = when('2026-11-18T07:12:00Z', look.locale)
  const second = when('2026-11-19T14:30:00Z', look.locale)
  const third = when('2026-11-30T11:00:00Z', look.locale)
  const needs = firstThree([
    {
      title: 'Take your infusion-pump gateways off the internet',
      href: '/alerts/1',
      meta: (
        <>
          <UrgencyTag urgency="now">{t('shell.urgency.now')}</UrgencyTag>
          <span>
            by <strong>{first.due}</strong> <span class="s-quiet">{first.left}</span>
          </span>
        </>
      ),
      because: (
        <>
          <b>Because</b> you run <strong>5 InfuLine G4 gateways, version 4.1.2</strong>. Versions before 4.2.0
          are being attacked since 12 November, and yours feed <strong>life-supporting pumps</strong>.
        </>
      ),
      action: <ButtonLink href="/alerts/1">See what to do</ButtonLink>,
    },
    {
      title: 'Check one thing on your image archive: is the web viewer on?',
      href: '/alerts/2',
      meta: (
        <>
          <UrgencyTag urgency="check">{t('shell.urgency.check')}</UrgencyTag>
          <span>
            by <strong>{second.due}</strong> <span class="s-quiet">{second.left}</span>
          </span>
        </>
      ),
      because: (
        <>
          <b>Because</b> we <strong>can’t tell from here</strong>. The advisory concerns PraxView 7 “with web
          viewer”; your list says “R7 SP2”.
        </>
      ),
      action: <a href="/alerts/2/answer">Answer in one minute</a>,
    },
    {
      title: 'Name a deputy we can reach at night',
      href: '/contacts',
      meta: (
        <>
          <UrgencyTag urgency="soon">{t('shell.urgency.soon')}</UrgencyTag>
          <span>
            by <strong>Fri 20 Nov</strong> <span class="s-quiet">3 days left</span>
          </span>
        </>
      ),
      because: (
        <>
          <b>Because</b> Dr Feld’s mobile number <strong>failed twice</strong> (3 and 10 November). Until
          then, night alerts go straight to the centre.
        </>
      ),
      action: <a href="/contacts">Name a deputy</a>,
    },
  ])
  return sample(
    look,
    'Today',
    'Three things need you today',
    <>
      <PageHead title="Three things need you today" meta="Tuesday 17 November 2026, 09:40" />
      <Rail
        first={
          <Sheet
            id="need"
            heading="Needs you now"
            aside={
              <>
                Most urgent first. Never more than three here; <a href="/alerts">all 4 open alerts</a>
              </>
            }
            flush
          >
            <Needs needs={needs} />
          </Sheet>
        }
        sideLabel="Clocks"
        side={
          <Plain id="clocks" heading="Clocks running">
            <Clock
              state="now"
              what="Acknowledge: InfuLine gateways"
              {...first}
              percentRun={53}
              why="48 h after we told you (Mon 16 Nov, 08:12)"
            />
            <Clock
              state="soon"
              what="Next update: LabBridge interface"
              {...second}
              percentRun={27}
              why="3 days after your last update"
            />
            <Clock
              state="plan"
              what="Update installed: ward firewall"
              {...third}
              percentRun={50}
              why="Your own date; risk accepted until then"
            />
            <p class="s-small s-quiet">{t('shell.time.asOf', { place: 'Berlin', time: '09:40' })}</p>
          </Plain>
        }
      >
        <Plain id="coverage" heading="What we can watch for you" aside="Asset list of 11 Nov 2026">
          <CoverageMeter
            matched={412}
            unmatched={88}
            say={
              <>
                <b>412 of 500</b> assets are matched automatically. For <b>88</b> we can’t tell you anything
                yet.
              </>
            }
            matchedLabel="412 matched"
            unmatchedLabel="88 need a version or a model"
          >
            <ReasonLine>
              <b>Because</b> 61 have no version and 27 no model in your list.{' '}
              <strong>No alert for these does not mean they are safe.</strong> 9 of them are life-supporting.
            </ReasonLine>
            <p>
              <a href="/assets/incomplete">Complete the 9 life-supporting ones first (about 15 minutes)</a>
            </p>
          </CoverageMeter>
        </Plain>
        <Plain id="done" heading="What the centre did for you" aside="Last 7 days">
          <TimeLine
            entries={[
              {
                when: 'All week',
                what: (
                  <>
                    Read <strong>214 advisories</strong> against your list: 3 concern you, 2 we can’t tell,
                    209 don’t. <a href="/advisories">See all 214</a>
                  </>
                ),
              },
              {
                when: 'Mon 16 Nov',
                what: 'Asked Velora Medical for a fix date. Answer: 4.2.0 is available now.',
              },
              {
                when: 'Fri 13 Nov',
                what: 'Confirmed that “IL-GW4” in your list is the InfuLine Gateway G4. You needed to do nothing.',
              },
            ]}
          />
        </Plain>
      </Rail>
    </>,
  )
}
