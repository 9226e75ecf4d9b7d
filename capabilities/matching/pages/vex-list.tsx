// The VEX documents of a hospital, what each does at present, and the way to take one back.
// SPDX-License-Identifier: EUPL-1.2
import { Button, CsrfField, Plain, Table } from '../../../web/kit/index.ts'
import type { MemberVex } from '../store.ts'
import { takeBackHref } from './paths.ts'
import { clip, instant, type Reader } from './words.ts'

interface Props {
  readonly documents: readonly MemberVex[]
  readonly organisationId: number
  readonly mayTakeBack: boolean
  readonly reader: Reader
}

const shortHashCharacters = 12
const maxNameInButton = 40

export function VexList({ documents, organisationId, mayTakeBack, reader }: Props) {
  const { t } = reader.translator
  if (documents.length === 0)
    return (
      <Plain id="documents" heading={t('matching.vex.list')}>
        <p>{t('matching.vex.none')}</p>
      </Plain>
    )
  return (
    <Plain id="documents" heading={t('matching.vex.list')} flush>
      <Table
        caption={t('matching.vex.list')}
        rows={documents}
        keyOf={(document) => document.id}
        columns={[
          {
            label: t('matching.vex.column.document'),
            kind: 'head',
            main: true,
            cell: ({ title, publisher, fileName, sha256 }) => (
              <>
                {clip(title)}
                <br />
                <small>
                  {clip(publisher)} · {clip(fileName)} · <code>{sha256.slice(0, shortHashCharacters)}</code>
                </small>
              </>
            ),
          },
          {
            label: t('matching.vex.column.by'),
            cell: ({ uploadedByName, uploadedAt }) => (
              <>
                {clip(uploadedByName)}
                <br />
                <small>{instant(uploadedAt, reader)}</small>
              </>
            ),
          },
          { label: t('matching.vex.column.reason'), cell: ({ reason }) => clip(reason) },
          {
            label: t('matching.vex.column.effect'),
            cell: (document) => (
              <Effect
                document={document}
                organisationId={organisationId}
                mayTakeBack={mayTakeBack}
                reader={reader}
              />
            ),
          },
        ]}
      />
    </Plain>
  )
}

function Effect({
  document,
  organisationId,
  mayTakeBack,
  reader,
}: Omit<Props, 'documents'> & { readonly document: MemberVex }) {
  const { t } = reader.translator
  const { withdrawnAt, withdrawnByName, exemptions, faults, title } = document
  if (withdrawnAt !== null)
    return (
      <>{t('matching.vex.withdrawn', { who: withdrawnByName ?? '', when: instant(withdrawnAt, reader) })}</>
    )
  return (
    <div class="s-stack">
      <span>{t('matching.vex.effect', { count: exemptions })}</span>
      {faults.length > 0 && <small>{t('matching.vex.faults', { count: faults.length })}</small>}
      {mayTakeBack && (
        <form method="post" action={takeBackHref(organisationId, document.id)}>
          <CsrfField token={reader.csrfToken} />
          <Button kind="secondary">
            {t('matching.vex.takeBack', { name: clip(title, maxNameInButton) })}
          </Button>
        </form>
      )}
    </div>
  )
}
