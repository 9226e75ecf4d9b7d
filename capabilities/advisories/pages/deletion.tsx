// Deleting a document from the centre's store, and bringing it back: who may, what follows, and the reason.
// SPDX-License-Identifier: EUPL-1.2
import { Button, CsrfField, Details, Facts, Note, Plain, TextArea } from '../../../web/kit/index.ts'
import type { AdvisoryView } from '../actions/view.ts'
import { maxReasonCharacters } from '../contract/management.ts'
import { listPath } from './paths.ts'
import { clip, instant, type Reader } from './words.ts'

interface Props {
  readonly view: AdvisoryView
  readonly isMissing: boolean
  readonly reader: Reader
}

/** At the end of the page, closed: nobody deletes in passing. */
export function Deletion({ view: { details }, isMissing, reader }: Props) {
  const { t } = reader.translator
  if (details.deletedAt !== null) return null
  return (
    <Plain id="deletion" heading={t('advisories.delete.heading')}>
      {reader.isAdministrator ? (
        <Details summary={t('advisories.delete.open')} open={isMissing}>
          <p>{t('advisories.delete.text')}</p>
          <ReasonForm word="delete" id={details.id} isMissing={isMissing} reader={reader} />
        </Details>
      ) : (
        <p class="s-quiet">{t('advisories.delete.notYou')}</p>
      )}
    </Plain>
  )
}

export function Deleted({ view: { details }, isMissing, reader }: Props) {
  const { t } = reader.translator
  const { deletedAt, deletedByName, deletedBecause, id } = details
  if (deletedAt === null) return null
  return (
    <>
      <Note tone="unknown">{t('advisories.deleted.note')}</Note>
      <Plain id="deleted" heading={t('advisories.deleted.heading')}>
        <Facts
          facts={[
            {
              term: t('advisories.deleted.by'),
              value: clip(deletedByName ?? '', 100),
              source: instant(deletedAt, reader),
            },
            { term: t('advisories.deleted.because'), value: deletedBecause ?? '' },
          ]}
        />
        {reader.isAdministrator ? (
          <ReasonForm word="bring-back" id={id} isMissing={isMissing} reader={reader} />
        ) : (
          <p class="s-quiet">{t('advisories.delete.notYou')}</p>
        )}
      </Plain>
    </>
  )
}

function ReasonForm(props: {
  readonly word: 'delete' | 'bring-back'
  readonly id: number
  readonly isMissing: boolean
  readonly reader: Reader
}) {
  const { word, id, isMissing, reader } = props
  const { t } = reader.translator
  const isDeleting = word === 'delete'
  return (
    <form class="s-stack" method="post" action={`${listPath}/${id}/${word}`}>
      <CsrfField token={reader.csrfToken} />
      <TextArea
        name="reason"
        label={isDeleting ? t('advisories.delete.reason') : t('advisories.bringBack.reason')}
        hint={t('advisories.delete.hint')}
        rows={3}
        maxLength={maxReasonCharacters}
        error={isMissing ? t('advisories.delete.missing') : undefined}
      />
      <Button kind={isDeleting ? 'warning' : 'secondary'}>
        {isDeleting ? t('advisories.delete.button') : t('advisories.bringBack.button')}
      </Button>
    </form>
  )
}
