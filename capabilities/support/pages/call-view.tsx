// One call as both sides see it: where it stands, who comes when, what happened, and the steps of this side.
// SPDX-License-Identifier: EUPL-1.2
import { Clock, Facts, Kept, PageHead, Plain, StateWord, TimeLine } from '../../../web/kit/index.ts'
import { isVerified } from '../answer-rules.ts'
import { type Call, isLate } from '../call.ts'
import type { StepEntry } from '../store/calls.ts'
import { CallSteps, type CallStepsProps } from './call-steps.tsx'
import { ExerciseNote } from './exercise-note.tsx'
import { instant, left, type Reader } from './reader.ts'
import { lookOfCall } from './words.ts'

export interface CallViewProps extends CallStepsProps {
  readonly steps: readonly StepEntry[]
  readonly back: { readonly label: string; readonly href: string }
  /** Whose call it is, for the centre. */
  readonly memberName: string | null
}

export function callTitle(call: Call, { translator: { t } }: Reader): string {
  return t(`support.call.title.${call.state}`, { name: call.takenByName ?? '', who: call.promisedWho ?? '' })
}

export function CallView(props: CallViewProps) {
  const { reader, side, call, steps, back, memberName } = props
  const { translator } = reader
  const { t } = translator
  return (
    <>
      <ExerciseNote realm={call.realm} translator={translator} />
      <PageHead
        title={callTitle(call, reader)}
        wayTo={{ label: t('shell.pages.wayTo'), steps: [back] }}
        meta={<CallState call={call} reader={reader} />}
        lead={memberName ?? undefined}
      />
      <div class="s-stack-l">
        <CallClock call={call} reader={reader} />
        <CallSteps {...props} />
        <Plain id="what" heading={t('support.call.what')}>
          <Facts
            facts={[
              { term: t('support.call.kind'), value: t(`support.kind.${call.kind}`) },
              {
                term: t('support.call.ring'),
                value: (
                  <>
                    {call.contactName},{' '}
                    <a href={`tel:${call.contactPhone.replace(/[^+0-9]/g, '')}`}>{call.contactPhone}</a>
                  </>
                ),
              },
              {
                term: t('support.call.askedBy'),
                value: call.askedByName,
                source: instant(call.askedAt, reader),
              },
              ...(call.promisedWho && call.promisedFor
                ? [
                    {
                      term: t('support.call.promise'),
                      value: call.promisedWho,
                      source: instant(call.promisedFor, reader),
                    },
                  ]
                : []),
            ]}
          />
          {call.text && <Kept>{call.text}</Kept>}
          {side === 'centre' && call.incidentId !== null && call.realm === 'real' && (
            <p>
              <a href={`/centre/incidents/${call.organisationId}/${call.incidentId}`}>
                {t('support.call.case')}
              </a>
            </p>
          )}
          {side === 'member' && call.incidentId !== null && (
            <p>
              <a href={`/o/${call.organisationId}/incidents/${call.incidentId}`}>{t('support.call.case')}</a>
            </p>
          )}
        </Plain>
        <Plain id="history" heading={t('support.call.history')}>
          <TimeLine
            entries={steps.map((entry) => ({
              when: instant(entry.at, reader),
              at: entry.at,
              what: (
                <>
                  {t(`support.done.${entry.step}`, { name: entry.byName })}
                  {entry.note && <Kept>{entry.note}</Kept>}
                </>
              ),
            }))}
          />
          <p class="s-small s-quiet">{t('support.zone', { zone: reader.timeZone })}</p>
        </Plain>
      </div>
    </>
  )
}

function CallState({ call, reader }: { readonly call: Call; readonly reader: Reader }) {
  const { t } = reader.translator
  const state = t(`support.state.${call.state}`)
  return (
    <StateWord state={lookOfCall(call, reader.now)}>
      {isLate(call, reader.now) ? t('support.state.late', { state }) : state}
    </StateWord>
  )
}

function CallClock({ call, reader }: { readonly call: Call; readonly reader: Reader }) {
  const { translator, now } = reader
  const { t } = translator
  const isAsked = call.state === 'asked'
  const due = isAsked ? call.dueAt : call.state === 'promised' ? call.promisedFor : null
  if (!due) return null
  return (
    <Clock
      state={now > due ? 'late' : 'soon'}
      what={isAsked ? t('support.clock.answer') : t('support.clock.promise')}
      due={instant(due, reader)}
      dueAt={due}
      left={left(due, reader)}
      why={
        isAsked
          ? t('support.clock.why', { rule: call.rule, verified: isVerified(call.rule) ? 'yes' : 'other' })
          : undefined
      }
    />
  )
}
