// The head of a room: its word, what happened, who has it, who may know; and the one next thing.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import {
  Actions,
  Button,
  ButtonLink,
  CsrfField,
  NextStep as NextStepCard,
  PageHead,
  StateWord,
} from '../../../../web/kit/index.ts'
import { nameOfRule } from '../../duties/explain.ts'
import { openClocks } from '../../handover.ts'
import { type NextStep, nextStep } from '../../next-step.ts'
import type { Task } from '../../store/room.ts'
import { contentOf, struckTimes } from './duty-words.tsx'
import { isAtHome, mayWrite, type PartProps, type Place, type Reader, say } from './place.ts'
import { lastOfEach } from './service-board.tsx'

/** Over every page of an exercise, on paper too. */
export function ExerciseStrip({ view, reader }: Omit<PartProps, 'place'>) {
  if (view.incident.realm !== 'exercise') return null
  return (
    <div class="s-exercise">
      <p class="s-strip s-strip--exercise">{reader.translator.tr('shell.exercise')}</p>
    </div>
  )
}

export function RoomHead({ view, reader, place }: PartProps) {
  const { incident, organisation } = view
  const { t } = reader.translator
  const list = place?.door.list(place.params) ?? null
  return (
    <PageHead
      {...(list
        ? { wayTo: { label: t('shell.pages.wayTo'), steps: [{ label: t('incidents.menu'), href: list }] } }
        : {})}
      meta={
        <>
          <StateWord state={incident.state === 'open' ? 'half' : 'done'}>
            {t(`room.state.${incident.state}`)}
          </StateWord>
          <span class="s-caseword">{incident.word}</span>
          <span>TLP:{incident.tlp.toUpperCase()}</span>
          <span>{t(`incidents.kind.${incident.kind}`)}</span>
          <span>{organisation.name}</span>
          <span>
            {incident.answeredByName
              ? t('room.head.takenBy', { name: incident.answeredByName })
              : t('room.head.takenByNobody')}
          </span>
        </>
      }
      title={incident.title}
    />
  )
}

/** What only the head's buttons lead to. */
export function RoomActions({ view, reader, place }: PartProps & { readonly place: Place }) {
  const { t } = reader.translator
  const isHome = isAtHome({ view })
  return (
    <p class="s-dutyways s-noprint s-dense s-actions">
      <a href={`${place.base}/brief`}>{t('room.brief.link')}</a>
      <a href={`${place.base}/print`}>{t('room.print.link')}</a>
      {isHome && <a href={`${place.base}/after`}>{t('after.title')}</a>}
      {isHome && mayWrite({ view }) && <a href={`${place.base}/settings`}>{t('room.settings.link')}</a>}
      {isHome && mayWrite({ view }) && <a href={`${place.base}/close`}>{t('room.close.link')}</a>}
    </p>
  )
}

export function Next(props: PartProps & { readonly place: Place }) {
  const { view, reader, place } = props
  const step = nextStep(
    {
      state: view.incident.state,
      isAnswered: view.incident.answeredAt !== null,
      via: view.access.via,
      ledger: view.ledger,
      decisions: view.decisions,
      duties: view.duties,
      clocks: openClocks(view.duties, view.decisions),
      services: lastOfEach(view),
      tasks: view.tasks,
    },
    reader.now,
  )
  const words = wordsOf(step, props)
  return (
    <NextStepCard
      id="next"
      label={reader.translator.t('room.next.label')}
      heading={words.heading}
      detail={words.detail}
      because={words.because}
      action={<Action step={step} view={view} reader={reader} place={place} />}
    />
  )
}

interface StepWords {
  readonly heading: string
  readonly detail?: ComponentChildren
  readonly because: ComponentChildren
}

function wordsOf(step: NextStep<Task>, { view, reader }: PartProps): StepWords {
  const { t, tr } = reader.translator
  switch (step.kind) {
    case 'take':
      return {
        heading: t('room.next.take'),
        detail: phoneLine(view, reader),
        because: tr('room.next.take.because', { opened: say(view.incident.openedAt, reader) }),
      }
    case 'clock':
    case 'late-clock': {
      const { duty } = step
      const content = contentOf(duty, view, reader)
      return {
        heading: t(step.kind === 'clock' ? 'room.next.clock' : 'room.next.late-clock', {
          rule: nameOfRule(duty.rule.key, reader),
        }),
        detail: content && `${content.sentence} ${content.missing ?? ''}`,
        because: tr(step.kind === 'clock' ? 'room.next.clock.because' : 'room.next.late-clock.because', {
          due: say(duty.dueAt ?? reader.now, reader),
          moved: struckTimes(duty, view, reader).length > 0 ? 'yes' : 'other',
        }),
      }
    }
    case 'own-clock':
      return {
        heading: t('room.next.own-clock', { rule: nameOfRule(step.key, reader) }),
        because: tr('room.next.own-clock.because'),
      }
    case 'ask-service':
      return {
        heading: t('room.next.ask-service', { service: t(`room.service.${step.service}`) }),
        because: tr('room.next.ask-service.because'),
      }
    case 'late-promise':
    case 'late-task':
      return {
        heading: step.task.title,
        detail: step.task.toWhom && t('room.promise.to', { name: step.task.toWhom }),
        because: tr(`room.next.${step.kind}.because`, {
          owner: step.task.owner,
          due: say(step.task.dueAt, reader),
        }),
      }
    case 'closed':
      return {
        heading: t('room.next.closed'),
        detail: view.incident.closingNote,
        because: tr('room.next.closed.because', {
          name: view.incident.closedByName ?? '',
          at: say(view.incident.closedAt ?? reader.now, reader),
        }),
      }
    default:
      return { heading: t(`room.next.${step.kind}`), because: tr(`room.next.${step.kind}.because`) }
  }
}

function phoneLine({ incident }: PartProps['view'], { translator: { t } }: Reader) {
  if (!incident.reporterPhone) return t('room.next.noPhone')
  const digits = incident.reporterPhone.replaceAll(/[^\d+]/g, '')
  return (
    <>
      {t('room.next.ring', { name: incident.reporterName ?? incident.openedByName })}{' '}
      <a href={`tel:${digits}`}>{incident.reporterPhone}</a>
    </>
  )
}

function Action({
  step,
  view,
  reader,
  place,
}: PartProps & { readonly step: NextStep<Task>; readonly place: Place }) {
  const { t } = reader.translator
  if (step.kind === 'take')
    return (
      <form method="post" action={`${place.base}/take`}>
        <CsrfField token={place.csrfToken} />
        <Button>{t('room.next.take.button')}</Button>
      </form>
    )
  if (step.kind === 'closed')
    return isAtHome({ view }) && view.access.may === 'write' ? (
      <Actions>
        <form method="post" action={`${place.base}/reopen`}>
          <CsrfField token={place.csrfToken} />
          <Button kind="secondary">{t('room.close.reopen')}</Button>
        </form>
      </Actions>
    ) : null
  const href = hrefOf(step, view, place)
  return href && mayWrite({ view }) ? (
    <ButtonLink href={`${place.base}${href}`}>{t(`room.next.${buttonOf(step)}.button`)}</ButtonLink>
  ) : null
}

type Pressed = Exclude<NextStep<Task>['kind'], 'take' | 'closed' | 'calm'>

function buttonOf(step: NextStep<Task>): Pressed {
  // Steps without an address have no button; their kinds never come here.
  return step.kind as Pressed
}

/** Guests are not led to decisions that are not theirs. */
function hrefOf(step: NextStep<Task>, view: PartProps['view'], { base: _ }: Place): string | null {
  switch (step.kind) {
    case 'aware':
      return '/facts/times'
    case 'significance':
      return isAtHome({ view }) ? '/significance' : null
    case 'clock':
    case 'late-clock':
      return isAtHome({ view }) ? `/filings` : null
    case 'own-clock':
      return isAtHome({ view }) ? `/owner/${step.key}` : null
    case 'ask-service':
      return `/service/${step.service}`
    case 'tell-services':
      return '/service/emergency'
    case 'late-promise':
    case 'late-task':
      return `/tasks/${step.task.id}`
    default:
      return null
  }
}
