// The hand-over brief for the next shift, made from the journal: situation, background, assessment, recommendation.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page } from '../../../../platform/http/endpoint.ts'
import { nothing } from '../../../../platform/http/input.ts'
import { formatLeft } from '../../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  MomentField,
  Plain,
  ServiceState,
  StateWord,
  Table,
  TimeLine,
} from '../../../../web/kit/index.ts'
import { nameOfRule } from '../../duties/explain.ts'
import { currentValue } from '../../fact.ts'
import type { FactKey } from '../../fact-keys.ts'
import { openClocks } from '../../handover.ts'
import { type Door, doorParams } from '../doors.ts'
import { saidValue } from './facts-part.tsx'
import { drawWithin } from './frame.tsx'
import { Next } from './head.tsx'
import { type Entered, enter, say } from './place.ts'
import { lastOfEach } from './service-board.tsx'
import { Moments, momentsOf } from './timeline.tsx'
import { localText, readFields } from './typed.ts'

/** A shift; what changed before it, the one who takes over was told already. */
const defaultHours = 8

export function briefPages(context: Context, door: Door): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${door.path}/brief`,
      permission: door.read,
      params: doorParams,
      query: z.object({ since: z.string().max(40).default('') }),
      body: nothing,
      async handle(request) {
        const entered = await enter(context, door, request)
        const { view, reader } = entered
        const { t } = reader.translator
        const read = readFields({ since: request.query.since }, reader.timeZone, request.now)
        const chosen = read.optionalMoment('since', 'past')
        const wanted = read.outcome(() => chosen)
        const since =
          ('command' in wanted ? wanted.command : null) ??
          new Date(request.now.getTime() - defaultHours * 3_600_000)
        return drawWithin(context, request, entered, {
          title: t('room.brief.title', { word: view.incident.word }),
          lead: t('room.brief.lead', {
            at: say(request.now, reader, 'instant-year'),
            zone: reader.timeZone,
          }),
          content: (
            <Brief
              {...entered}
              since={since}
              fault={'faults' in wanted ? t('room.fault.no-time') : undefined}
              typed={request.query.since}
            />
          ),
        })
      },
    }),
  ]
}

const background: readonly FactKey[] = [
  'occurredAt',
  'detectedAt',
  'awareAt',
  'description',
  'threatType',
  'measuresTaken',
  'measuresPlanned',
]
const assessment: readonly FactKey[] = [
  'severity',
  'patientInDanger',
  'careImpact',
  'ongoing',
  'personalData',
  'rootCause',
]

interface BriefProps extends Entered {
  readonly since: Date
  readonly fault: string | undefined
  readonly typed: string
}

function Brief({ since, fault, typed, ...entered }: BriefProps) {
  const { view, reader, place } = entered
  const { t } = reader.translator
  const changed = momentsOf(view, reader).filter(({ at }) => at >= since)
  return (
    <div class="s-stack-l">
      <Plain id="situation" heading={t('room.brief.situation')}>
        <p>
          <strong>{view.incident.title}</strong> · {view.organisation.name} ·{' '}
          {t(`incidents.kind.${view.incident.kind}`)} · {t(`room.state.${view.incident.state}`)}
        </p>
        <ul class="s-stack">
          {lastOfEach(view).map((one) => (
            <li key={one.service}>
              {t(`room.service.${one.service}`)}{' '}
              <ServiceState state={one.state}>{t(`room.serviceState.${one.state}`)}</ServiceState>{' '}
              {one.expectedAt && t('room.care.expected', { at: say(one.expectedAt, reader) })}
            </li>
          ))}
        </ul>
        {view.services.length === 0 && <p>{t('room.brief.noServices')}</p>}
      </Plain>
      <Plain id="background" heading={t('room.brief.background')}>
        <KnownList keys={background} {...entered} />
      </Plain>
      <Plain id="assessment" heading={t('room.brief.assessment')}>
        <KnownList keys={assessment} {...entered} />
        <Significance {...entered} />
      </Plain>
      <Plain id="recommendation" heading={t('room.brief.recommendation')}>
        <Next {...entered} />
        <OwnedClocks {...entered} />
        <OpenPromises {...entered} />
      </Plain>
      <Plain id="changed" heading={t('room.brief.changed', { since: say(since, reader, 'instant-year') })}>
        <form class="s-noprint s-stack" method="get" action={`${place.base}/brief`}>
          <MomentField
            name="since"
            label={t('room.brief.since')}
            hint={t('room.field.zone', { zone: reader.timeZone })}
            value={typed || localText(since, reader.timeZone)}
            error={fault}
          />
          <Actions>
            <Button kind="secondary">{t('room.brief.show')}</Button>
          </Actions>
        </form>
        {changed.length === 0 ? (
          <p>{t('room.brief.nothing')}</p>
        ) : (
          <Moments moments={changed} reader={reader} />
        )}
      </Plain>
    </div>
  )
}

function KnownList({ keys, view, reader }: Entered & { readonly keys: readonly FactKey[] }) {
  const { t } = reader.translator
  return (
    <dl class="s-facts">
      {keys.map((key) => {
        const fact = view.ledger.get(key)?.current
        return [
          <dt key={`t-${key}`}>{t(`filings.fact.${key}`)}</dt>,
          <dd key={`d-${key}`}>
            {fact && currentValue(view.ledger, key) !== null ? (
              saidValue(fact, reader)
            ) : (
              <StateWord state="unknown">{t('room.brief.notKnown')}</StateWord>
            )}
            {fact && <span class="s-sub">{fact.source}</span>}
          </dd>,
        ]
      })}
    </dl>
  )
}

function Significance({ view, reader }: Entered) {
  const { t, find } = reader.translator
  const decided = view.decisions.findLast(({ subject }) => subject === 'significant')
  return (
    <p>
      <strong>{t('room.decided.significant')}</strong>:{' '}
      {decided
        ? `${find(`filings.answer.${decided.answer}`) ?? decided.answer}. ${decided.because} (${decided.recordedByName}, ${say(decided.recordedAt, reader)})`
        : t('room.brief.notDecided')}
    </p>
  )
}

function OwnedClocks({ view, reader }: Entered) {
  const { translator } = reader
  const clocks = openClocks(view.duties, view.decisions)
  if (clocks.length === 0) return <p>{translator.t('room.brief.noClocks')}</p>
  return (
    <Table
      caption={translator.t('room.brief.clocks')}
      showCaption
      rows={clocks}
      keyOf={({ key }) => key}
      stateOf={({ state, owner }) => (state === 'overdue' ? 'late' : owner === null ? 'unknown' : undefined)}
      columns={[
        {
          label: translator.t('room.brief.clock'),
          kind: 'head',
          phoneLabel: null,
          cell: ({ key }) => nameOfRule(key, reader),
        },
        {
          label: translator.t('room.brief.due'),
          cell: ({ dueAt }) =>
            dueAt && (
              <>
                {say(dueAt, reader, 'instant-year')}{' '}
                <span class="s-sub">{formatLeft(reader.now, dueAt, translator)}</span>
              </>
            ),
        },
        {
          label: translator.t('room.clock.owner'),
          cell: ({ owner }) =>
            owner ?? <StateWord state="unknown">{translator.t('room.clock.unowned')}</StateWord>,
        },
      ]}
    />
  )
}

function OpenPromises({ view, reader }: Entered) {
  const { t } = reader.translator
  const open = view.tasks.filter(({ kind, state }) => kind !== 'lesson' && state === 'open')
  if (open.length === 0) return <p>{t('room.brief.noPromises')}</p>
  return (
    <>
      <h3>{t('room.brief.promises')}</h3>
      <TimeLine
        entries={open.map(({ dueAt, owner, title, toWhom }) => ({
          when: say(dueAt, reader),
          at: dueAt,
          late: dueAt < reader.now,
          what: (
            <>
              <strong>{owner}</strong> {title}
              {toWhom && <span class="s-sub">{t('room.promise.to', { name: toWhom })}</span>}
            </>
          ),
        }))}
      />
    </>
  )
}
