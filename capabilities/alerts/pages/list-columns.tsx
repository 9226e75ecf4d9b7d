// One alert in the list: what it is, why the hospital has it, until when, and how it stands.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant, formatLeft } from '../../../platform/i18n/index.ts'
import { type Column, ReasonLine, StateWord, Tick, UrgencyTag } from '../../../web/kit/index.ts'
import type { ListedAlert } from '../store.ts'
import { type Reader, stateLook, stateWord, titleIn, urgencyLook, urgencyWord } from './words.ts'

export function columnsOf(path: string, reader: Reader): readonly Column<ListedAlert>[] {
  const { t } = reader.translator
  return [
    {
      label: t('alerts.list.column.tick'),
      kind: 'tick',
      hiddenLabel: true,
      phoneLabel: null,
      cell: (alert) => (
        <Tick
          name="alertIds"
          value={String(alert.id)}
          label={t('alerts.list.tick', { title: titleIn(alert, reader.translator) })}
        />
      ),
    },
    {
      label: t('alerts.list.column.alert'),
      kind: 'head',
      phoneLabel: null,
      cell: (alert) => <Heading alert={alert} path={path} reader={reader} />,
    },
    {
      label: t('alerts.list.column.because'),
      phoneLabel: null,
      cell: (alert) => <ReasonLine>{becauseOf(alert, reader)}</ReasonLine>,
    },
    {
      label: t('alerts.list.column.due'),
      nowrap: true,
      cell: (alert) => <Due alert={alert} reader={reader} />,
    },
    {
      label: t('alerts.list.column.state'),
      cell: (alert) => (
        <StateWord state={stateLook(alert.state, isLate(alert, reader.now))}>
          {isLate(alert, reader.now) ? t('alerts.state.late') : stateWord(alert.state, reader.translator)}
        </StateWord>
      ),
    },
  ]
}

function Heading({
  alert,
  path,
  reader,
}: {
  readonly alert: ListedAlert
  readonly path: string
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <>
      <UrgencyTag urgency={urgencyLook(alert)}>{urgencyWord(alert, reader.translator)}</UrgencyTag>
      <br />
      <a href={`${path}/${alert.id}`}>{titleIn(alert, reader.translator)}</a>
      <br />
      <span class="s-small s-quiet">
        {t('alerts.list.assets', { affected: alert.affectedAssets, unsure: alert.unsureAssets })}
      </span>
    </>
  )
}

export function becauseOf(
  alert: Pick<ListedAlert, 'answer' | 'raisedFor' | 'affectedAssets' | 'unsureAssets' | 'urgencyPath'>,
  { translator: { t } }: Pick<Reader, 'translator'>,
): string {
  if (alert.raisedFor === 'warning') return t('alerts.because.short.warning')
  const reason =
    alert.answer === 'affected'
      ? t('alerts.because.short.affected', { assets: alert.affectedAssets })
      : t('alerts.because.short.cannot-tell', { assets: alert.unsureAssets })
  return alert.urgencyPath.path[0]?.answer === 'active'
    ? `${reason}; ${t('alerts.because.exploited')}`
    : reason
}

function Due({ alert, reader }: { readonly alert: ListedAlert; readonly reader: Reader }) {
  const { translator, timeZone, now } = reader
  if (alert.closedAt)
    return (
      <span class="s-small s-quiet">
        {translator.t('alerts.list.closed', {
          day: formatInstant(alert.closedAt, { translator, timeZone, style: 'day' }),
        })}
      </span>
    )
  if (!alert.nextDueAt) return '–'
  return (
    <>
      <strong>{formatInstant(alert.nextDueAt, { translator, timeZone })}</strong>
      <br />
      <span class="s-small s-quiet">{formatLeft(now, alert.nextDueAt, translator)}</span>
    </>
  )
}

export function isLate(alert: Pick<ListedAlert, 'nextDueAt' | 'closedAt'>, now: Date): boolean {
  return alert.closedAt === null && alert.nextDueAt !== null && alert.nextDueAt < now
}
