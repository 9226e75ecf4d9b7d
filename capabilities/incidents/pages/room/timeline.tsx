// What happened in a case, newest first: what people wrote, and what the journal recorded.
// SPDX-License-Identifier: EUPL-1.2
import { Plain, TimeLine } from '../../../../web/kit/index.ts'
import { sayEntry } from './journal-words.ts'
import type { RoomData } from './load.ts'
import { mayWrite, type PartProps, type Reader, say } from './place.ts'

/** What the room shows; the rest has a page of its own. */
const shownEntries = 12

export interface Moment {
  readonly at: Date
  readonly words: string
  /** Of a note: what kind and by whom. */
  readonly by: string | null
}

export function momentsOf(view: RoomData, reader: Reader): readonly Moment[] {
  const { t } = reader.translator
  const told = view.notes.map(({ happenedAt, text, kind, recordedByName }) => ({
    at: happenedAt,
    words: text,
    by: t(`room.note.by.${kind}`, { name: recordedByName }),
  }))
  const recorded = view.history.flatMap((entry) => {
    const words = sayEntry(entry, view, reader)
    return words === null ? [] : [{ at: entry.at, words, by: null }]
  })
  // Of what bears the same time, the last recorded comes first.
  return [...told, ...recorded].reverse().sort((a, b) => b.at.getTime() - a.at.getTime())
}

export function Timeline(props: PartProps) {
  const { view, reader, place } = props
  const { t } = reader.translator
  const moments = momentsOf(view, reader)
  return (
    <Plain
      id="timeline"
      heading={t('room.timeline.heading')}
      aside={
        place && (
          <>
            {mayWrite(props) && <a href={`${place.base}/notes`}>{t('room.timeline.add')}</a>}{' '}
            {moments.length > shownEntries && (
              <a href={`${place.base}/timeline`}>{t('room.timeline.all', { count: moments.length })}</a>
            )}
          </>
        )
      }
    >
      <Moments moments={place ? moments.slice(0, shownEntries) : moments} reader={reader} />
    </Plain>
  )
}

export function Moments({
  moments,
  reader,
}: {
  readonly moments: readonly Moment[]
  readonly reader: Reader
}) {
  return (
    <TimeLine
      entries={moments.map(({ at, words, by }) => ({
        when: say(at, reader),
        at,
        what: (
          <>
            {words}
            {by && <span class="s-sub">{by}</span>}
          </>
        ),
      }))}
    />
  )
}
