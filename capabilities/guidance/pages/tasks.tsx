// The ten-minute tasks of a measure as cards: steps with boxes for paper, and a form to say that it is done.
// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  Button,
  CsrfField,
  LinkButton,
  Plain,
  StateWord,
  TextField,
} from '../../../web/kit/index.ts'
import type { HouseSize } from '../../catalogue/index.ts'
import { textIn } from '../../facts/index.ts'
import type { Measure } from '../pack.ts'
import type { TaskTick } from '../store/tasks.ts'
import type { Faults } from '../typed.ts'
import { measureHref } from './paths.ts'
import { instantText, type Reader } from './reader.ts'
import { faultText } from './words.ts'

export interface TasksProps {
  readonly measure: Measure
  readonly reader: Reader
  readonly ticks: ReadonlyMap<string, TaskTick>
  readonly size: HouseSize
  readonly failed: { readonly task: string; readonly note: string; readonly faults: Faults<'note'> } | null
}

export function Tasks({ measure, reader, ticks, size, failed }: TasksProps) {
  const { t, locale } = reader.translator
  if (measure.body.tasks.length === 0) return null
  return (
    <Plain id="tasks" heading={t('guidance.tasks.heading')}>
      <p>{t('guidance.tasks.lead')}</p>
      {measure.body.tasks.map(({ key, title, steps }) => {
        const action = `${measureHref(reader.organisationId, measure.key)}/tasks/${key}`
        const tick = ticks.get(key)
        const isFailed = failed?.task === key
        return (
          <article class="s-taskcard" aria-labelledby={`task-${key}`} key={key}>
            <h3 id={`task-${key}`}>{textIn(title, locale)}</h3>
            <ul class="s-boxes">
              {steps.map((step, index) => (
                <li key={index}>{textIn(step, locale)}</li>
              ))}
            </ul>
            <p class="s-small s-signline s-printonly">{t('guidance.task.sign')}</p>
            {tick ? (
              <Ticked tick={tick} action={action} size={size} reader={reader} />
            ) : (
              <form class="s-noprint" method="post" action={action}>
                <CsrfField token={reader.csrfToken} />
                <input type="hidden" name="size" value={size} />
                <TextField
                  name="note"
                  id={`note-${key}`}
                  label={t('guidance.task.note')}
                  value={isFailed ? failed.note : ''}
                  error={isFailed ? faultText(failed.faults.note, reader.translator) : undefined}
                />
                <Actions>
                  <Button kind="secondary" describedBy={`task-${key}`}>
                    {t('guidance.task.done')}
                  </Button>
                </Actions>
              </form>
            )}
          </article>
        )
      })}
    </Plain>
  )
}

function Ticked({
  tick,
  action,
  size,
  reader,
}: {
  readonly tick: TaskTick
  readonly action: string
  readonly size: HouseSize
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <>
      <p>
        <StateWord state="done">
          {t('guidance.task.doneBy', {
            name: tick.recordedByName,
            moment: instantText(tick.recordedAt, reader),
          })}
        </StateWord>
      </p>
      {tick.note && <p class="s-said">{tick.note}</p>}
      <form class="s-noprint" method="post" action={action}>
        <CsrfField token={reader.csrfToken} />
        <input type="hidden" name="size" value={size} />
        <LinkButton name="done" value="no">
          {t('guidance.task.takeBack')}
        </LinkButton>
      </form>
    </>
  )
}
