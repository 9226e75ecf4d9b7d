// Decisions that move legal clocks: critical entity, a duty done, what authorities answered, who answers for a clock.
// SPDX-License-Identifier: EUPL-1.2
import { MomentField, RadioField, TextArea, TextField } from '../../../../web/kit/index.ts'
import { decide } from '../../actions/keep.ts'
import { takeBackDone } from '../../actions/take-back.ts'
import { doneSubject } from '../../case-events.ts'
import {
  criticalForm,
  doneForm,
  inboundForm,
  limits,
  ownerForm,
  takeBackForm,
} from '../../contract/room-forms.ts'
import type { Duty } from '../../duties/duty.ts'
import { nameOfRule } from '../../duties/explain.ts'
import { type InboundMoment, inboundMoments } from '../../duties/moments.ts'
import { ownerSubject } from '../../handover.ts'
import { ownerOf } from './clocks.tsx'
import { type At, accessOf, type FieldsProps, type RoomForm } from './form.tsx'
import { say } from './place.ts'
import { localText, readFields, type Typed } from './typed.ts'

interface Because {
  readonly because: string
}

export const critical: RoomForm<Typed, Because & { readonly answer: 'yes' | 'no' | 'unknown' }> = {
  path: '/critical-entity',
  body: criticalForm,
  forGuests: false,
  labels: { answer: 'room.critical.label', because: 'room.because' },
  title: ({ reader }) => reader.translator.t('room.critical.title'),
  lead: ({ reader }) => reader.translator.t('room.critical.lead'),
  button: ({ reader }) => reader.translator.t('room.save'),
  back: '#clocks',
  start: () => ({ answer: '', because: '' }),
  Fields: (props) => (
    <>
      <RadioField
        name="answer"
        label={props.reader.translator.t('room.critical.label')}
        value={props.typed.answer}
        error={props.errorOf('answer')}
        choices={(['yes', 'no', 'unknown'] as const).map((value) => ({
          value,
          label: props.reader.translator.t(`filings.answer.${value}`),
        }))}
      />
      <BecauseField {...props} />
    </>
  ),
  read(typed, { reader }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const answer = read.choice('answer', ['yes', 'no', 'unknown'])
    const because = read.text('because', limits.because)
    return read.outcome(() => ({ answer, because }))
  },
  async act(command, at, { now }) {
    await decide(at.context, accessOf(at), { subject: 'criticalEntity', ...command }, now)
  },
}

function BecauseField({ reader, typed, errorOf }: FieldsProps<Typed>) {
  const { t } = reader.translator
  return (
    <TextArea
      name="because"
      label={t('room.because')}
      hint={t('room.because.hint')}
      rows={2}
      value={typed.because}
      error={errorOf('because')}
    />
  )
}

function MomentAndBecause(props: FieldsProps<Typed> & { readonly label: string }) {
  const { reader, typed, errorOf, label } = props
  return (
    <>
      <MomentField
        name="at"
        label={label}
        hint={reader.translator.t('room.field.zone', { zone: reader.timeZone })}
        value={typed.at}
        error={errorOf('at')}
      />
      <BecauseField {...props} />
    </>
  )
}

/** The hospital's own duty of that key in this case. */
function dutyOf({ view, item }: At): Duty | undefined {
  return view.duties.find(({ rule }) => rule.key === item && rule.owedBy === 'hospital')
}

const ruleName = (at: At) => nameOfRule(at.item, at.reader)

export const done: RoomForm<Typed, Because & { readonly at: Date }> = {
  path: '/done/:item',
  body: doneForm,
  forGuests: false,
  labels: { at: 'room.done.at', because: 'room.because' },
  exists: (at) => Boolean(dutyOf(at)?.rule.dischargedBy),
  title: (at) => at.reader.translator.t('room.done.title', { rule: ruleName(at) }),
  lead: ({ reader }) => reader.translator.t('room.done.lead'),
  button: ({ reader }) => reader.translator.t('room.done.button'),
  back: '#clocks',
  start: ({ reader }) => ({ at: localText(reader.now, reader.timeZone), because: '' }),
  Fields: (props) => <MomentAndBecause {...props} label={props.reader.translator.t('room.done.at')} />,
  after(at) {
    const last = lastDone(at)
    const { t } = at.reader.translator
    return last ? (
      <p class="s-above">
        {t('room.done.known', {
          at: say(new Date(last.answer), at.reader, 'instant-year'),
          name: last.recordedByName,
        })}{' '}
        <a href={`${at.place.base}/not-done/${at.item}`}>{t('room.done.takeBack')}</a>
      </p>
    ) : null
  },
  read(typed, { reader }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const at = read.moment('at', 'past')
    const because = read.text('because', limits.because)
    return read.outcome(() => ({ at, because }))
  },
  async act(command, at, { now }) {
    const { because } = command
    const answer = command.at.toISOString()
    await decide(at.context, accessOf(at), { subject: `${doneSubject}${at.item}`, answer, because }, now)
  },
}

/** The last time that it was recorded as done and not taken back since. */
function lastDone({ view, item }: At) {
  const said = view.decisions.findLast(
    ({ subject }) => subject === `${doneSubject}${item}` || subject === `not-done:${item}`,
  )
  return said?.subject.startsWith(doneSubject) ? said : null
}

export const takeBack: RoomForm<Typed, Because> = {
  path: '/not-done/:item',
  body: takeBackForm,
  forGuests: false,
  labels: { because: 'room.because' },
  exists: (at) => lastDone(at) !== null,
  title: (at) => at.reader.translator.t('room.notDone.title', { rule: ruleName(at) }),
  lead: ({ reader }) => reader.translator.t('room.notDone.lead'),
  button: ({ reader }) => reader.translator.t('room.notDone.button'),
  back: '#clocks',
  start: () => ({ because: '' }),
  Fields: BecauseField,
  read(typed, { reader }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const because = read.text('because', limits.because)
    return read.outcome(() => ({ because }))
  },
  async act({ because }, at, { now }) {
    const submittedAt = new Date(lastDone(at)?.answer ?? now)
    await takeBackDone(at.context, accessOf(at), { duty: at.item, submittedAt, because }, now)
  },
}

function inboundOf(item: string): InboundMoment | undefined {
  return inboundMoments.find((moment) => moment === item)
}

export const inbound: RoomForm<Typed, Because & { readonly at: Date }> = {
  path: '/inbound/:item',
  body: inboundForm,
  forGuests: false,
  labels: { at: 'room.inbound.at', because: 'room.because' },
  exists: ({ item }) => inboundOf(item) !== undefined,
  title: ({ item, reader }) => reader.translator.t(`room.inbound.${inboundOf(item) ?? 'csirtAnsweredAt'}`),
  lead: ({ reader }) => reader.translator.t('room.inbound.lead'),
  button: ({ reader }) => reader.translator.t('room.save'),
  back: '#answers',
  start: () => ({ at: '', because: '' }),
  Fields: (props) => <MomentAndBecause {...props} label={props.reader.translator.t('room.inbound.at')} />,
  read(typed, { item, reader }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    // The time by which a report is asked for lies ahead; all else has happened.
    const at = read.moment('at', item === 'intermediateReportDueAt' ? 'any' : 'past')
    const because = read.text('because', limits.because)
    return read.outcome(() => ({ at, because }))
  },
  async act({ at: happenedAt, because }, at, { now }) {
    const answer = happenedAt.toISOString()
    await decide(at.context, accessOf(at), { subject: at.item, answer, because }, now)
  },
}

export const owner: RoomForm<Typed, Because & { readonly owner: string }> = {
  path: '/owner/:item',
  body: ownerForm,
  forGuests: false,
  labels: { owner: 'room.owner.name', because: 'room.owner.note' },
  exists: (at) => dutyOf(at) !== undefined,
  title: (at) => at.reader.translator.t('room.owner.title', { rule: ruleName(at) }),
  lead: ({ reader }) => reader.translator.t('room.owner.lead'),
  button: ({ reader }) => reader.translator.t('room.save'),
  back: '#clocks',
  start: ({ view, item }) => ({ owner: ownerOf(item, view) ?? '', because: '' }),
  Fields: ({ reader, typed, errorOf }) => (
    <>
      <TextField
        name="owner"
        label={reader.translator.t('room.owner.name')}
        value={typed.owner}
        error={errorOf('owner')}
      />
      <TextField
        name="because"
        label={reader.translator.t('room.owner.note')}
        value={typed.because}
        error={errorOf('because')}
      />
    </>
  ),
  read(typed, { reader }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const name = read.text('owner', limits.owner)
    const note = read.optional('because', limits.because)
    return read.outcome(() => ({
      owner: name,
      because: note ?? reader.translator.t('room.owner.noteDefault'),
    }))
  },
  async act({ owner: answer, because }, at, { now }) {
    await decide(at.context, accessOf(at), { subject: `${ownerSubject}${at.item}`, answer, because }, now)
  },
}
