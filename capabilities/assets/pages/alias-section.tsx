// The part of an asset's page by which a hospital proposes that it is the product of another name.
// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, CsrfField, Plain, TextArea, TextField, TimeLine } from '../../../web/kit/index.ts'
import type { OwnProposal } from '../../matching/index.ts'
import { dayOf, hrefs, type Reader } from './words.ts'

export const maxNameCharacters = 200
export const maxWordsCharacters = 1_000

export interface TypedAlias {
  readonly vendor: string
  readonly product: string
  readonly words: string
}

export type AliasFaults = Partial<Record<'aliasVendor' | 'aliasProduct' | 'aliasWords', string>>

/** What the person can correct before it is sent again. */
export function aliasFaultsOf(
  { vendor, product, words }: TypedAlias,
  { t }: Reader['translator'],
): AliasFaults {
  const tooLong = (most: number) => t('matching.propose.tooLong', { most })
  return {
    ...(vendor.length > maxNameCharacters ? { aliasVendor: tooLong(maxNameCharacters) } : {}),
    ...(product === '' ? { aliasProduct: t('matching.propose.product.missing') } : {}),
    ...(product.length > maxNameCharacters ? { aliasProduct: tooLong(maxNameCharacters) } : {}),
    ...(words === '' ? { aliasWords: t('matching.propose.words.missing') } : {}),
    ...(words.length > maxWordsCharacters ? { aliasWords: tooLong(maxWordsCharacters) } : {}),
  }
}

interface AliasSectionProps {
  readonly assetId: number
  readonly proposals: readonly OwnProposal[]
  readonly typed: TypedAlias | null
  readonly faults: AliasFaults
  readonly reader: Reader
}

export function AliasSection({ assetId, proposals, typed, faults, reader }: AliasSectionProps) {
  const { t } = reader.translator
  return (
    <Plain id="alias" heading={t('matching.propose.title')}>
      <p>{t('matching.propose.text')}</p>
      {proposals.length > 0 && <Proposals proposals={proposals} reader={reader} />}
      <form method="post" action={`${hrefs.asset(reader.organisationId, assetId)}/alias`}>
        <CsrfField token={reader.csrfToken} />
        <TextField
          name="vendor"
          id="aliasVendor"
          label={t('matching.propose.vendor')}
          value={typed?.vendor ?? ''}
          error={faults.aliasVendor}
          maxLength={maxNameCharacters}
        />
        <TextField
          name="product"
          id="aliasProduct"
          label={t('matching.propose.product')}
          value={typed?.product ?? ''}
          error={faults.aliasProduct}
          maxLength={maxNameCharacters}
        />
        <TextArea
          name="words"
          id="aliasWords"
          label={t('matching.propose.words')}
          hint={t('matching.propose.words.hint')}
          value={typed?.words ?? ''}
          error={faults.aliasWords}
          rows={2}
          maxLength={maxWordsCharacters}
        />
        <Actions>
          <Button kind="secondary">{t('matching.propose.button')}</Button>
        </Actions>
      </form>
    </Plain>
  )
}

function Proposals({ proposals, reader }: Pick<AliasSectionProps, 'proposals' | 'reader'>) {
  const { t } = reader.translator
  return (
    <TimeLine
      entries={proposals.map((proposal) => {
        const { vendor, product, model } = proposal.statedName
        const stated = [vendor, product, model].filter(Boolean).join(' ')
        return {
          when: dayOf(proposal.proposedAt, reader, 'instant-year'),
          at: proposal.proposedAt,
          what: (
            <>
              {t('matching.propose.line', { who: proposal.proposedByName, stated })} <q>{proposal.words}</q>
              <span class="s-sub">
                {outcomeOf(proposal, reader)} {proposal.reason && <q>{proposal.reason}</q>}
              </span>
            </>
          ),
        }
      })}
    />
  )
}

function outcomeOf({ answer, decidedAt }: OwnProposal, reader: Reader): string {
  const { t } = reader.translator
  if (answer === null || decidedAt === null) return t('matching.propose.waiting')
  return t('matching.propose.outcome', {
    day: dayOf(decidedAt, reader, 'day-year'),
    answer: t(`matching.answer.${answer}`),
  })
}
