// The forms of the room's daily work: notes, tasks and promises.
// SPDX-License-Identifier: EUPL-1.2
import { MomentField, RadioField, TextArea, TextField } from '../../../../web/kit/index.ts'
import { addNote, addTask, assignTask, finishTask } from '../../actions/keep.ts'
import { limits, noteForm, taskEndForm, taskForm, taskOwnerForm } from '../../contract/room-forms.ts'
import { type NoteKind, noteKinds, type Task, type TaskKind, taskKinds } from '../../store/room.ts'
import { type At, accessOf, type FieldsProps, type RoomForm } from './form.tsx'
import { say } from './place.ts'
import { localText, readFields, type Typed } from './typed.ts'

interface NoteCommand {
  readonly kind: NoteKind
  readonly text: string
  readonly happenedAt: Date | null
}

export const note: RoomForm<Typed, NoteCommand> = {
  path: '/notes',
  body: noteForm,
  forGuests: true,
  labels: { kind: 'room.note.kind', text: 'room.note.text', happenedAt: 'room.note.happenedAt' },
  title: ({ reader }) => reader.translator.t('room.note.title'),
  lead: ({ reader }) => reader.translator.t('room.note.lead'),
  button: ({ reader }) => reader.translator.t('room.note.button'),
  back: '#timeline',
  start: () => ({ kind: 'note', text: '', happenedAt: '' }),
  Fields({ reader, typed, errorOf }) {
    const { t } = reader.translator
    return (
      <>
        <RadioField
          name="kind"
          label={t('room.note.kind')}
          value={typed.kind}
          error={errorOf('kind')}
          choices={noteKinds.map((value) => ({ value, label: t(`room.note.kind.${value}`) }))}
        />
        <TextArea name="text" label={t('room.note.text')} value={typed.text} error={errorOf('text')} />
        <MomentField
          name="happenedAt"
          label={t('room.note.happenedAt')}
          hint={t('room.note.happenedAt.hint', { zone: reader.timeZone })}
          value={typed.happenedAt}
          error={errorOf('happenedAt')}
        />
      </>
    )
  },
  read(typed, { reader }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const kind = read.choice('kind', noteKinds)
    const text = read.text('text', limits.note)
    const happenedAt = read.optionalMoment('happenedAt', 'past')
    return read.outcome(() => ({ kind, text, happenedAt }))
  },
  act: (command, at, { now }) => addNote(at.context, accessOf(at), command, now),
}

interface TaskCommand {
  readonly kind: TaskKind
  readonly title: string
  readonly toWhom: string | null
  readonly owner: string
  readonly dueAt: Date
}

function kindOf({ query }: Pick<At, 'query'>): TaskKind {
  return taskKinds.find((kind) => kind === query.kind) ?? 'task'
}

export const task: RoomForm<Typed, TaskCommand> = {
  path: '/tasks',
  body: taskForm,
  forGuests: true,
  labels: {
    kind: 'room.task.kind',
    title: 'room.task.what',
    toWhom: 'room.task.toWhom',
    owner: 'room.task.owner',
    dueAt: 'room.task.dueAt',
  },
  inClosedCase: () => true,
  title: ({ reader }) => reader.translator.t('room.task.title'),
  lead: ({ reader }) => reader.translator.t('room.task.lead'),
  button: ({ reader }) => reader.translator.t('room.task.button'),
  back: '#promises',
  start: (at) => ({ kind: kindOf(at), title: '', toWhom: '', owner: at.view.access.name, dueAt: '' }),
  Fields({ reader, typed, errorOf }) {
    const { t } = reader.translator
    return (
      <>
        <RadioField
          name="kind"
          label={t('room.task.kind')}
          value={typed.kind}
          error={errorOf('kind')}
          choices={taskKinds.map((value) => ({
            value,
            label: t(`room.task.kind.${value}`),
            hint: t(`room.task.kind.${value}.hint`),
          }))}
        />
        <TextField name="title" label={t('room.task.what')} value={typed.title} error={errorOf('title')} />
        <TextField
          name="toWhom"
          label={t('room.task.toWhom')}
          hint={t('room.task.toWhom.hint')}
          value={typed.toWhom}
          error={errorOf('toWhom')}
        />
        <OwnerAndDue reader={reader} typed={typed} errorOf={errorOf} />
      </>
    )
  },
  read(typed, { reader }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const kind = read.choice('kind', taskKinds)
    const title = read.text('title', limits.taskTitle)
    const toWhom = kind === 'promise' ? read.text('toWhom', limits.name) : null
    const owner = read.text('owner', limits.name)
    const dueAt = read.moment('dueAt', 'future')
    return read.outcome(() => ({ kind, title, toWhom, owner, dueAt }))
  },
  act: (command, at, { now }) => addTask(at.context, accessOf(at), command, now),
}

/** Nothing is anybody's and nothing is for "soon": both are asked for. */
function OwnerAndDue({ reader, typed, errorOf }: Pick<FieldsProps<Typed>, 'reader' | 'typed' | 'errorOf'>) {
  const { t } = reader.translator
  return (
    <>
      <TextField name="owner" label={t('room.task.owner')} value={typed.owner} error={errorOf('owner')} />
      <MomentField
        name="dueAt"
        label={t('room.task.dueAt')}
        hint={t('room.field.zone', { zone: reader.timeZone })}
        value={typed.dueAt}
        error={errorOf('dueAt')}
      />
    </>
  )
}

function taskOf({ view, item }: At): Task | undefined {
  return view.tasks.find(({ id, state }) => String(id) === item && state === 'open')
}

interface EndCommand {
  readonly taskId: number
  readonly state: 'done' | 'dropped'
  readonly outcome: string | null
}

export const taskEnd: RoomForm<Typed, EndCommand> = {
  path: '/tasks/:item',
  body: taskEndForm,
  forGuests: true,
  labels: { state: 'room.task.end.state', outcome: 'room.task.outcome' },
  inClosedCase: () => true,
  exists: ({ view, item }) => view.tasks.some(({ id }) => String(id) === item),
  title: (at) => at.view.tasks.find(({ id }) => String(id) === at.item)?.title ?? '',
  lead: (at) => {
    const open = taskOf(at)
    return open
      ? at.reader.translator.t('room.task.standing', { owner: open.owner, due: say(open.dueAt, at.reader) })
      : at.reader.translator.t('room.task.ended')
  },
  button: ({ reader }) => reader.translator.t('room.task.end.button'),
  back: '#promises',
  start: () => ({ state: '', outcome: '' }),
  Fields({ reader, typed, errorOf }) {
    const { t } = reader.translator
    return (
      <>
        <RadioField
          name="state"
          label={t('room.task.end.state')}
          value={typed.state}
          error={errorOf('state')}
          choices={(['done', 'dropped'] as const).map((value) => ({
            value,
            label: t(`room.task.end.${value}`),
          }))}
        />
        <TextField
          name="outcome"
          label={t('room.task.outcome')}
          value={typed.outcome}
          error={errorOf('outcome')}
        />
      </>
    )
  },
  read(typed, { reader, item }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const state = read.choice('state', ['done', 'dropped'])
    const outcome = read.optional('outcome', limits.outcome)
    // What is dropped says why; what is done may speak for itself.
    if (state === 'dropped' && outcome === null && typed.state === 'dropped') read.fault('outcome', 'missing')
    return read.outcome(() => ({ taskId: Number(item), state, outcome }))
  },
  act: (command, at, { now }) => finishTask(at.context, accessOf(at), command, now),
}

export const taskOwner: RoomForm<Typed, Pick<Task, 'id' | 'owner' | 'dueAt'>> = {
  path: '/tasks/:item/owner',
  body: taskOwnerForm,
  forGuests: true,
  labels: { owner: 'room.task.owner', dueAt: 'room.task.dueAt' },
  exists: (at) => taskOf(at) !== undefined,
  title: (at) => taskOf(at)?.title ?? '',
  button: ({ reader }) => reader.translator.t('room.save'),
  back: '#promises',
  start(at) {
    const open = taskOf(at)
    return { owner: open?.owner ?? '', dueAt: open ? localText(open.dueAt, at.reader.timeZone) : '' }
  },
  Fields: OwnerAndDue,
  read(typed, { reader, item }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const owner = read.text('owner', limits.name)
    const dueAt = read.moment('dueAt', 'future')
    return read.outcome(() => ({ id: Number(item), owner, dueAt }))
  },
  act: (command, at, { now }) => assignTask(at.context, accessOf(at), command, now),
}
