// What stands above the steps of a playbook or a run: edition, whether anybody looked at it, marking, exercise.
// SPDX-License-Identifier: EUPL-1.2

import { formatDay } from '../../../platform/i18n/index.ts'
import { type Fact, Facts, Note } from '../../../web/kit/index.ts'
import type { PlaybookView, RunView } from '../view.ts'
import { instant, type Reader } from './words.ts'

type HeadReader = Pick<Reader, 'translator' | 'timeZone'>

/** Also on paper; nobody's look at it is worth a remark, and so is a marking. */
export function PlaybookRemarks({
  view,
  reader,
}: {
  readonly view: PlaybookView
  readonly reader: HeadReader
}) {
  const { t, tr } = reader.translator
  return (
    <>
      {!view.isReviewed && <Note tone="unknown">{tr('playbooks.unreviewed')}</Note>}
      {view.origin === 'imported' && <Note tone="unknown">{tr('playbooks.foreign')}</Note>}
      {view.tlp && <p class="s-strong">{t('playbooks.marked', { tlp: view.tlp })}</p>}
    </>
  )
}

export function PlaybookFacts({
  view,
  reader,
}: {
  readonly view: PlaybookView
  readonly reader: HeadReader
}) {
  const { translator } = reader
  const { t } = translator
  const { clinical, technical } = view.reviewedBy
  const facts: readonly Fact[] = [
    ...(view.useWhen ? [{ term: t('playbooks.useWhen'), value: view.useWhen }] : []),
    ...(view.notFor ? [{ term: t('playbooks.notFor'), value: view.notFor }] : []),
    {
      term: t('playbooks.edition'),
      value: t('playbooks.edition.value', {
        version: view.version,
        day: formatDay(view.validFrom, { translator, style: 'day-year' }),
      }),
    },
    { term: t('playbooks.reviewed.clinical'), value: clinical ?? t('playbooks.reviewed.nobody') },
    { term: t('playbooks.reviewed.technical'), value: technical ?? t('playbooks.reviewed.nobody') },
  ]
  return <Facts facts={facts} />
}

/** How far a run is, said in a sentence; an exercise is called one first of all. */
export function RunHead({ view, reader }: { readonly view: RunView; readonly reader: HeadReader }) {
  const { t, tr } = reader.translator
  const { progress, ended } = view
  return (
    <div class="s-stack">
      {view.simulated && <Note tone="soon">{tr('shell.exercise')}</Note>}
      <p>
        {t('playbooks.run.started', { who: view.startedBy, moment: instant(view.startedAt, reader) })}{' '}
        {t('playbooks.run.progress', { done: progress.done, needed: progress.needed, open: progress.open })}
        {progress.late > 0 && ` ${t('playbooks.run.late', { count: progress.late })}`}
      </p>
      {view.isFinished && !ended && <p class="s-strong">{t('playbooks.run.finished')}</p>}
      {ended && (
        <p class="s-strong">
          {t('playbooks.run.ended', { who: ended.by.name, moment: instant(ended.at, reader) })}{' '}
          <q>{ended.note}</q>
        </p>
      )}
      {view.notes.map(({ by, at, note }, index) => (
        <p class="s-small" key={index}>
          {t('playbooks.step.note', { who: by.name, moment: instant(at, reader) })} <q>{note}</q>
        </p>
      ))}
      <PlaybookRemarks view={view} reader={reader} />
    </div>
  )
}
