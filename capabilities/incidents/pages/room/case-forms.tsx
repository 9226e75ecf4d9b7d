// The forms for the case itself: whom to let in, what it is called and who may know, and closing it.
// SPDX-License-Identifier: EUPL-1.2
import { Note, RadioField, SelectField, Sheet, TextArea, TextField } from '../../../../web/kit/index.ts'
import { maxGuestDays } from '../../access.ts'
import { closeIncident, renameIncident } from '../../actions/close.ts'
import { inviteGuest } from '../../actions/doors.ts'
import { closeForm, guestForm, limits, settingsForm } from '../../contract/room-forms.ts'
import { nameOfRule } from '../../duties/explain.ts'
import { openClocks } from '../../handover.ts'
import { type Incident, incidentKinds, tlps } from '../../incident.ts'
import { accessOf, type RoomForm } from './form.tsx'
import { drawWithin } from './frame.tsx'
import { say } from './place.ts'
import { readFields, type Typed } from './typed.ts'

interface GuestCommand {
  readonly name: string
  readonly ofWhom: string
  readonly may: 'read' | 'write'
  readonly days: number
}

const usualDays = 7

export const guest: RoomForm<Typed, GuestCommand> = {
  path: '/guests',
  body: guestForm,
  forGuests: false,
  labels: {
    name: 'room.guests.name',
    ofWhom: 'room.guests.ofWhom',
    may: 'room.guests.may',
    days: 'room.guests.days',
  },
  title: ({ reader }) => reader.translator.t('room.guests.title'),
  lead: ({ reader }) => reader.translator.t('room.guests.lead'),
  button: ({ reader }) => reader.translator.t('room.guests.button'),
  back: '#guests',
  start: () => ({ name: '', ofWhom: '', may: '', days: String(usualDays) }),
  Fields({ reader, typed, errorOf }) {
    const { t } = reader.translator
    return (
      <>
        <TextField name="name" label={t('room.guests.name')} value={typed.name} error={errorOf('name')} />
        <TextField
          name="ofWhom"
          label={t('room.guests.ofWhom')}
          hint={t('room.guests.ofWhom.hint')}
          value={typed.ofWhom}
          error={errorOf('ofWhom')}
        />
        <RadioField
          name="may"
          label={t('room.guests.may')}
          value={typed.may}
          error={errorOf('may')}
          choices={(['read', 'write'] as const).map((value) => ({
            value,
            label: t(`room.guests.may.${value}`),
            hint: t(`room.guests.may.${value}.hint`),
          }))}
        />
        <TextField
          name="days"
          label={t('room.guests.days')}
          hint={t('room.guests.days.hint', { max: maxGuestDays })}
          inputMode="numeric"
          value={typed.days}
          error={errorOf('days')}
        />
      </>
    )
  },
  read(typed, { reader }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const name = read.text('name', limits.name)
    const ofWhom = read.text('ofWhom', limits.name)
    const may = read.choice('may', ['read', 'write'])
    const days = /^\d{1,3}$/.test((typed.days ?? '').trim()) ? Number(typed.days) : 0
    if (days < 1 || days > maxGuestDays) read.fault('days', 'days')
    return read.outcome(() => ({ name, ofWhom, may, days }))
  },
  /** The link is shown on the reply and nowhere else: only its hash is kept. */
  async act(command, at, request) {
    const token = await inviteGuest(at.context, accessOf(at), command, request.now)
    const { t } = at.reader.translator
    const until = new Date(request.now.getTime() + command.days * 24 * 3_600_000)
    return drawWithin(at.context, request, at, {
      title: t('room.guests.made', { name: command.name }),
      content: (
        <Sheet id="link" heading={t('room.guests.link')}>
          <p>
            <code>{`${at.context.origin()}/room/${token}`}</code>
          </p>
          <p>{t('room.guests.once', { until: say(until, at.reader, 'instant-year') })}</p>
          <p>
            <a href={`${at.place.base}#guests`}>{t('room.back', { word: at.view.incident.word })}</a>
          </p>
        </Sheet>
      ),
    })
  },
}

export const settings: RoomForm<Typed, Pick<Incident, 'title' | 'kind' | 'tlp'>> = {
  path: '/settings',
  body: settingsForm,
  forGuests: false,
  labels: { title: 'room.settings.name', kind: 'room.open.kind', tlp: 'room.settings.tlp' },
  title: ({ reader }) => reader.translator.t('room.settings.title'),
  button: ({ reader }) => reader.translator.t('room.save'),
  back: '',
  start: ({ view: { incident } }) => ({ title: incident.title, kind: incident.kind, tlp: incident.tlp }),
  Fields({ reader, typed, errorOf }) {
    const { t } = reader.translator
    return (
      <>
        <TextField
          name="title"
          label={t('room.settings.name')}
          value={typed.title}
          error={errorOf('title')}
        />
        <SelectField
          name="kind"
          label={t('room.open.kind')}
          value={typed.kind}
          error={errorOf('kind')}
          options={incidentKinds.map((value) => ({ value, label: t(`incidents.kind.${value}`) }))}
        />
        <RadioField
          name="tlp"
          label={t('room.settings.tlp')}
          value={typed.tlp}
          error={errorOf('tlp')}
          choices={tlps.map((value) => ({
            value,
            label: `TLP:${value.toUpperCase()}`,
            hint: t(`room.tlp.${value}`),
          }))}
        />
      </>
    )
  },
  read(typed, { reader }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const title = read.text('title', limits.title)
    const kind = read.choice('kind', incidentKinds)
    const tlp = read.choice('tlp', tlps)
    return read.outcome(() => ({ title, kind, tlp }))
  },
  act: (command, at, { now }) => renameIncident(at.context, accessOf(at), command, now),
}

export const close: RoomForm<Typed, { readonly note: string }> = {
  path: '/close',
  body: closeForm,
  forGuests: false,
  labels: { note: 'room.close.note' },
  title: ({ reader }) => reader.translator.t('room.close.title'),
  lead: ({ reader }) => reader.translator.t('room.close.lead'),
  button: ({ reader }) => reader.translator.t('room.close.button'),
  back: '',
  start: () => ({ note: '' }),
  Fields({ reader, typed, errorOf, view }) {
    const { t } = reader.translator
    const clocks = openClocks(view.duties, view.decisions)
    return (
      <>
        {clocks.length > 0 && (
          <Note tone="now">
            <p>
              <b>{t('room.close.clocks', { count: clocks.length })}</b>
            </p>
            <ul>
              {clocks.map(({ key, dueAt }) => (
                <li key={key}>
                  {nameOfRule(key, reader)} {dueAt && say(dueAt, reader, 'instant-year')}
                </li>
              ))}
            </ul>
          </Note>
        )}
        <TextArea
          name="note"
          label={t('room.close.note')}
          hint={t('room.close.note.hint')}
          value={typed.note}
          error={errorOf('note')}
        />
      </>
    )
  },
  read(typed, { reader }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const said = read.text('note', limits.note)
    return read.outcome(() => ({ note: said }))
  },
  act: ({ note }, at, { now }) => closeIncident(at.context, accessOf(at), note, now),
}
