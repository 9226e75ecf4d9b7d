// Promises and tasks, two lists apart from the clocks: their times are set by people.
// SPDX-License-Identifier: EUPL-1.2
import { Plain, TimeLine } from '../../../../web/kit/index.ts'
import type { Task, TaskKind } from '../../store/room.ts'
import { mayWrite, type PartProps, say } from './place.ts'

export function Promises(props: PartProps) {
  return <TaskList {...props} kind="promise" />
}

export function Tasks(props: PartProps) {
  return <TaskList {...props} kind="task" />
}

/** Shown once there are any: they come when all is over. */
export function Lessons(props: PartProps) {
  return props.view.tasks.some(({ kind }) => kind === 'lesson') ? <TaskList {...props} kind="lesson" /> : null
}

function TaskList({ kind, ...props }: PartProps & { readonly kind: TaskKind }) {
  const { view, reader, place } = props
  const { t } = reader.translator
  const tasks = view.tasks.filter((task) => task.kind === kind)
  const canAdd = place && view.access.may === 'write' && (kind === 'lesson' || mayWrite(props))
  return (
    <Plain
      id={`${kind}s`}
      heading={t(`room.${kind}.heading`)}
      aside={canAdd && <a href={`${place.base}/tasks?kind=${kind}`}>{t(`room.${kind}.add`)}</a>}
    >
      {tasks.length === 0 ? (
        <p class="s-dense s-quiet">{t(`room.${kind}.none`)}</p>
      ) : (
        <TimeLine entries={tasks.map((task) => entryOf(task, props))} />
      )}
    </Plain>
  )
}

function entryOf(task: Task, { view, reader, place }: PartProps) {
  const { t } = reader.translator
  const isOpen = task.state === 'open'
  const late = isOpen && task.dueAt < reader.now
  const due = say(task.dueAt, reader)
  return {
    when: late ? t('room.task.late', { due }) : due,
    at: task.dueAt,
    late,
    what: (
      <>
        <strong>{task.owner}</strong> {isOpen ? task.title : <s class="s-struck">{task.title}</s>}
        {task.toWhom && <span class="s-sub">{t('room.promise.to', { name: task.toWhom })}</span>}
        {!isOpen && (
          <span class="s-sub">
            {t(task.state === 'done' ? 'room.task.doneBy' : 'room.task.droppedBy', {
              name: task.endedByName ?? '',
              at: say(task.endedAt ?? task.dueAt, reader),
            })}{' '}
            {task.outcome}
          </span>
        )}
        {isOpen && place && view.access.may === 'write' && (
          <span class="s-sub s-noprint">
            <a href={`${place.base}/tasks/${task.id}`}>
              {t('room.task.end')} <span class="s-hide">{task.title}</span>
            </a>{' '}
            ·{' '}
            <a href={`${place.base}/tasks/${task.id}/owner`}>
              {t('room.task.assign')} <span class="s-hide">{task.title}</span>
            </a>
          </span>
        )}
      </>
    ),
  }
}
