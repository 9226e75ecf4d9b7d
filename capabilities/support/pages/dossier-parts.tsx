// The parts of a dossier on screen and on paper: why not directly, how ready, the items, who said what, what has changed.
// SPDX-License-Identifier: EUPL-1.2
import {
  CoverageMeter,
  Details,
  Facts,
  Kept,
  Note,
  Plain,
  ReasonLine,
  Sheet,
  StateWord,
  Table,
} from '../../../web/kit/index.ts'
import type { DossierView, PreparedDossier } from '../actions/dossier.ts'
import { chain, chainSteps, turnOf } from '../dossier/chain.ts'
import type { Endorsement } from '../dossier/dossier.ts'
import { type ItemKey, rules } from '../dossier/items.ts'
import { isIntact } from '../dossier/snapshot.ts'
import type { ItemStanding } from '../dossier/standing.ts'
import { instant, type Reader } from './reader.ts'
import { lookOfItem } from './words.ts'

/** With the rule behind it, and that nobody has verified it. */
export function NotDirectly({ reader }: { readonly reader: Reader }) {
  const { t, tr } = reader.translator
  return (
    <div class="s-stack">
      <ReasonLine>
        {tr('support.dossier.notDirectly', {
          article: chain.notDirect.article,
          regulation: chain.regulation,
        })}
      </ReasonLine>
      {chain.verifiedBy === null && (
        <p class="s-small s-quiet">{t('support.unverified', { rule: `${chain.id}, ${rules.id}` })}</p>
      )}
    </div>
  )
}

export function Meter({ reader, view }: { readonly reader: Reader; readonly view: PreparedDossier }) {
  const { t } = reader.translator
  const { ready, all } = view.readiness
  return (
    <CoverageMeter
      matched={ready}
      unmatched={all - ready}
      say={t('support.dossier.meter', { ready, all })}
      matchedLabel={t('support.item.state.ready')}
      unmatchedLabel={t('support.dossier.notReady')}
    />
  )
}

export interface ItemsProps {
  readonly reader: Reader
  readonly standings: readonly ItemStanding[]
  /** Null where the reader may not write. */
  readonly hrefOf: ((item: ItemKey) => string) | null
}

export function Items({ reader, standings, hrefOf }: ItemsProps) {
  const { t } = reader.translator
  return (
    <Sheet id="items" heading={t('support.dossier.items')} flush>
      <Table
        caption={t('support.dossier.items')}
        rows={standings}
        keyOf={({ item }) => item.key}
        columns={[
          {
            label: t('support.dossier.item'),
            kind: 'head',
            main: true,
            phoneLabel: null,
            cell: ({ item, entry }) => (
              <>
                {hrefOf ? (
                  <a href={hrefOf(item.key)}>{t(`support.item.${item.key}`)}</a>
                ) : (
                  t(`support.item.${item.key}`)
                )}
                <span class="s-sub">
                  {item.article ?? t('support.dossier.practice')}
                  {item.needed ? ` · ${t('support.dossier.needed')}` : ''}
                </span>
                {entry && <Kept>{entry.text}</Kept>}
              </>
            ),
          },
          {
            label: t('support.calls.state'),
            cell: ({ state }) => (
              <StateWord state={lookOfItem[state]}>{t(`support.item.state.${state}`)}</StateWord>
            ),
          },
          {
            label: t('support.dossier.age'),
            cell: ({ entry, ageDays }) =>
              entry && ageDays !== null
                ? t('support.dossier.written', { days: ageDays, name: entry.recordedByName })
                : t('support.dossier.notYet'),
          },
        ]}
      />
    </Sheet>
  )
}

export function Endorsements({ reader, view }: { readonly reader: Reader; readonly view: DossierView }) {
  const { t } = reader.translator
  const { endorsements, dossier } = view
  const turn = turnOf(dossier.state)
  return (
    <Plain id="endorsements" heading={t('support.dossier.endorsements')}>
      <ol class="s-steps">
        {chainSteps.map((step) => {
          const own = endorsements.filter((one) => one.step === step)
          return (
            <li key={step}>
              <div class="s-stack">
                <h3>{t(`support.chain.${step}`)}</h3>
                <p>
                  <StateWord state={lookOfStep(own, dossier.round, turn === step)}>
                    {stateOfStep(own, dossier.round, turn === step, reader)}
                  </StateWord>
                </p>
                {own.map((one) => (
                  <Said key={`${one.round}`} endorsement={one} reader={reader} />
                ))}
              </div>
            </li>
          )
        })}
      </ol>
      <p class="s-small s-quiet">{t('support.zone', { zone: reader.timeZone })}</p>
    </Plain>
  )
}

function lookOfStep(own: readonly Endorsement[], round: number, isTurn: boolean) {
  const said = own.find((one) => one.round === round)
  if (said) return said.decision === 'endorsed' ? 'done' : 'late'
  return isTurn ? 'half' : 'new'
}

function stateOfStep(
  own: readonly Endorsement[],
  round: number,
  isTurn: boolean,
  { translator: { t } }: Reader,
): string {
  const said = own.find((one) => one.round === round)
  if (said) return t(`support.decision.${said.decision}`)
  return isTurn ? t('support.chain.turn') : t('support.chain.later')
}

function Said({ endorsement, reader }: { readonly endorsement: Endorsement; readonly reader: Reader }) {
  const { t } = reader.translator
  const { snapshot, sha256, decision, name, role, mandate, receiptNumber, text, via } = endorsement
  return (
    <>
      <Facts
        facts={[
          {
            term: t(`support.decision.${decision}`),
            value: `${name}, ${role}`,
            source: instant(endorsement.recordedAt, reader),
          },
          { term: t('support.decide.mandate'), value: mandate },
          ...(receiptNumber ? [{ term: t('support.decide.receipt'), value: receiptNumber }] : []),
          ...(via === 'member'
            ? []
            : [
                {
                  term: t('support.decide.recorded'),
                  value: t(`support.via.${via}`, { name: endorsement.recordedByName }),
                },
              ]),
          {
            term: t('support.dossier.hash'),
            value: <code class="s-raw">SHA-256 {sha256}</code>,
            source: isIntact({ text: snapshot, sha256 }) ? undefined : t('support.dossier.broken'),
          },
        ]}
      />
      {text && <Kept>{text}</Kept>}
    </>
  )
}

/** Old and new words side by side; nothing where all is as it was endorsed. */
export function Changes({ reader, view }: { readonly reader: Reader; readonly view: DossierView }) {
  const { t } = reader.translator
  if (view.changes.length === 0) return null
  return (
    <Plain id="changes" heading={t('support.dossier.changes', { count: view.changes.length })}>
      <Note tone="soon">{t('support.dossier.changes.text')}</Note>
      {view.changes.map(({ key, before, after }) => (
        <Details key={key} summary={t(`support.item.${key}`)} open>
          <Facts
            facts={[
              {
                term: t('support.dossier.before'),
                value: before === null ? t('support.calls.none') : <Kept>{before}</Kept>,
              },
              {
                term: t('support.dossier.after'),
                value: after === null ? t('support.calls.none') : <Kept>{after}</Kept>,
              },
            ]}
          />
        </Details>
      ))}
    </Plain>
  )
}
