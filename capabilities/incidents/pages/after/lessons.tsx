// Lessons of a case: those that are somebody's by a time, those only noted so far, and the form that makes one an obligation.
// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  Button,
  CsrfField,
  MomentField,
  Plain,
  SelectField,
  StateWord,
  Table,
  TextField,
} from '../../../../web/kit/index.ts'
import { type Item, itemByKey, itemHref, ownItems } from '../../../catalogue/index.ts'
import { textIn } from '../../../facts/index.ts'
import type { LessonCommand } from '../../actions/after/lessons.ts'
import { lessonFromNote, maxLessonCharacters } from '../../lesson.ts'
import type { Task } from '../../store/room.ts'
import { type Entered, say } from '../room/place.ts'
import { type Outcome, readFields } from '../room/typed.ts'

const maxOwnerCharacters = 200
export type LessonTyped = Readonly<Record<'lesson' | 'leadsTo' | 'owner' | 'dueAt', string>>

export function readLesson(typed: LessonTyped, { reader }: Pick<Entered, 'reader'>): Outcome<LessonCommand> {
  const read = readFields(typed, reader.timeZone, reader.now)
  const lesson = read.text('lesson', maxLessonCharacters)
  const leadsTo = read.optional('leadsTo', maxLessonCharacters)
  if (leadsTo !== null && !goalsOf().some(({ key }) => key === leadsTo)) read.fault('leadsTo', 'choose')
  const owner = read.text('owner', maxOwnerCharacters)
  const dueAt = read.moment('dueAt', 'future')
  return read.outcome(() => ({ lesson, leadsTo, owner, dueAt }))
}

export interface LessonsProps extends Entered {
  /** Number of the noted lesson that the form begins with. */
  readonly noteId: number | null
  readonly typed: LessonTyped | null
  readonly errorOf: (field: keyof LessonTyped) => string | undefined
}

export function Lessons(props: LessonsProps) {
  const { view, reader } = props
  const { t } = reader.translator
  const lessons = view.tasks.filter(({ kind }) => kind === 'lesson')
  return (
    <Plain id="lessons" heading={t('after.lessons')} aside={t('after.zone', { zone: reader.timeZone })}>
      <p>{t('after.lessons.what')}</p>
      {lessons.length === 0 ? (
        <p class="s-quiet">{t('after.lessons.none')}</p>
      ) : (
        <LessonTable lessons={lessons} {...props} />
      )}
      <NotedLessons {...props} />
      {view.access.may === 'write' && <LessonForm {...props} />}
    </Plain>
  )
}

function LessonTable({ lessons, view, reader, place }: LessonsProps & { readonly lessons: readonly Task[] }) {
  const { t } = reader.translator
  const isLate = ({ state, dueAt }: Task) => state === 'open' && dueAt < reader.now
  return (
    <Table<Task>
      caption={t('after.lessons')}
      rows={lessons}
      keyOf={({ id }) => id}
      stateOf={(task) => (isLate(task) ? 'late' : undefined)}
      columns={[
        {
          label: t('after.lessons.lesson'),
          kind: 'head',
          main: true,
          phoneLabel: null,
          cell: ({ title, leadsTo }) => (
            <>
              {title}
              <Goal leadsTo={leadsTo} organisationId={view.access.organisationId} reader={reader} />
            </>
          ),
        },
        { label: t('after.lessons.owner'), cell: ({ owner }) => owner },
        { label: t('after.lessons.due'), cell: ({ dueAt }) => say(dueAt, reader, 'instant-year') },
        {
          label: t('after.lessons.state'),
          cell: (task) => (
            <>
              <StateWord state={isLate(task) ? 'late' : task.state === 'open' ? 'half' : 'done'}>
                {t(isLate(task) ? 'after.lessons.late' : `after.lessons.state.${task.state}`)}
              </StateWord>
              {task.outcome && <span class="s-sub">{task.outcome}</span>}
              {task.state === 'open' && view.access.may === 'write' && (
                <span class="s-sub">
                  <a href={`${place.base}/tasks/${task.id}`}>
                    {t('after.lessons.end')} <span class="s-hide">{task.title}</span>
                  </a>
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

/** The way from the lesson to the measure, course or service that answers it. */
function Goal({
  leadsTo,
  organisationId,
  reader,
}: {
  readonly leadsTo: string | null
  readonly organisationId: number
  readonly reader: LessonsProps['reader']
}) {
  if (leadsTo === null) return null
  const item = itemByKey(leadsTo)
  const { t, locale } = reader.translator
  return (
    <span class="s-sub">
      {t('after.lesson.leadsTo')}{' '}
      {item ? <a href={itemHref(organisationId, item)}>{textIn(item.title, locale)}</a> : leadsTo}
    </span>
  )
}

const goalKinds: ReadonlySet<Item['kind']> = new Set(['measure', 'course', 'service', 'tool'])
const goalsOf = (): readonly Item[] => ownItems().filter(({ kind }) => goalKinds.has(kind))
/** Without what only houses of another country can have. */
const goalsIn = (country: string): readonly Item[] =>
  goalsOf().filter(({ provider }) => provider.country === null || provider.country === country)

/** Written down during the case, and nobody's so far. */
function NotedLessons({ view, reader, place }: LessonsProps) {
  const { t } = reader.translator
  const noted = view.notes.filter(({ kind }) => kind === 'lesson')
  if (noted.length === 0) return null
  return (
    <>
      <h3>{t('after.noted')}</h3>
      <ul>
        {noted.map(({ id, text, recordedByName, happenedAt }) => (
          <li key={id}>
            {text}{' '}
            <span class="s-sub">
              {t('after.noted.by', { name: recordedByName, at: say(happenedAt, reader) })}{' '}
              {view.access.may === 'write' && (
                <a href={`${place.base}/after?note=${id}#lesson`}>
                  {t('after.noted.make')} <span class="s-hide">{lessonFromNote(text)}</span>
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function LessonForm({ view, reader, place, noteId, typed, errorOf }: LessonsProps) {
  const { t, locale } = reader.translator
  const note = view.notes.find(({ id, kind }) => id === noteId && kind === 'lesson')
  const value = typed ?? { lesson: note ? lessonFromNote(note.text) : '', leadsTo: '', owner: '', dueAt: '' }
  return (
    <form class="s-stack" method="post" action={`${place.base}/after/lessons`} novalidate>
      <CsrfField token={place.csrfToken} />
      <h3>{t('after.lesson.new')}</h3>
      <TextField
        name="lesson"
        label={t('after.lesson.what')}
        hint={t('after.lesson.what.hint')}
        value={value.lesson}
        error={errorOf('lesson')}
        maxLength={maxLessonCharacters}
      />
      <SelectField
        name="leadsTo"
        label={t('after.lesson.leadsTo')}
        hint={t('after.lesson.leadsTo.hint')}
        value={value.leadsTo}
        error={errorOf('leadsTo')}
        options={[
          { value: '', label: t('after.lesson.leadsTo.none') },
          ...goalsIn(view.organisation.country).map(({ key, title }) => ({
            value: key,
            label: textIn(title, locale),
          })),
        ]}
      />
      <TextField
        name="owner"
        label={t('after.lesson.owner')}
        value={value.owner}
        error={errorOf('owner')}
        maxLength={maxOwnerCharacters}
      />
      <MomentField
        name="dueAt"
        label={t('after.lesson.dueAt')}
        hint={t('after.lesson.dueAt.hint', { zone: reader.timeZone })}
        value={value.dueAt}
        error={errorOf('dueAt')}
      />
      <Actions>
        <Button kind="secondary">{t('after.lesson.add')}</Button>
      </Actions>
    </form>
  )
}
