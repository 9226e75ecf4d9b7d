// What reads differently from what was told and needs no settling: said all the same, with the correction that is owed.
// SPDX-License-Identifier: EUPL-1.2
import { Button, Change, CsrfField, Plain } from '../../../../web/kit/index.ts'
import { type Finding, needsSettling } from '../../filings/contradictions.ts'
import { labelOf } from '../../filings/value-text.ts'
import { sayFact } from './clash-form.tsx'
import { type FilingProps, mayFile, sayYear } from './place.ts'
import { receiverName } from './words.ts'

export function Changes(props: FilingProps) {
  const { view, reader } = props
  const { t } = reader.translator
  const quiet = (view.draft?.findings ?? []).filter((finding) => !needsSettling(finding))
  if (quiet.length === 0) return null
  return (
    <Plain id="changes" heading={t('filing-pages.changes.heading')}>
      {quiet.map((finding) => (
        <ChangeLine key={`${finding.key} ${finding.told.statement.filingId}`} finding={finding} {...props} />
      ))}
    </Plain>
  )
}

function ChangeLine({ finding, ...props }: FilingProps & { readonly finding: Finding }) {
  const { place, reader } = props
  const { t } = reader.translator
  const { key, told, draft, kind, correctionDue } = finding
  const { authority: receiver, filingId } = told.statement
  const authority = receiverName({ authority: receiver, content: null }, reader.translator).text
  return (
    <div class="s-stack">
      <p>
        <strong>{labelOf(key, reader)}</strong>: {t(`filings.finding.${kind}`)}.{' '}
        <Change
          was={sayFact(key, told.fact, reader)}
          is={draft ? sayFact(key, draft, reader) : t('filing-pages.clash.nothing')}
          wasWord={t('filing-pages.changes.was')}
          isWord={t('filing-pages.changes.is')}
        />
        {correctionDue && <> {t('filing-pages.changes.correction', { authority })}</>}
      </p>
      {correctionDue && mayFile(props) && (
        <form method="post" action={`${place.base}/filings/${filingId}/correct`}>
          <CsrfField token={place.csrfToken} />
          <Button kind="secondary">{t('filing-pages.changes.prepare', { authority })}</Button>
        </form>
      )}
    </div>
  )
}

/** How contradictions of this filing were settled, by whom, with the sentence. */
export function Settled({ view, reader }: FilingProps) {
  const { t } = reader.translator
  const settled = Object.entries(view.filing.settlements)
  if (settled.length === 0) return null
  return (
    <Plain id="settled" heading={t('filing-pages.settled.heading')}>
      {settled.map(([pair, { key, way, reason, at, byName }]) => (
        <p key={pair}>
          <strong>{labelOf(key, reader)}</strong>:{' '}
          {t('filing-pages.settled.line', {
            name: byName,
            at: sayYear(new Date(at), reader),
            way: t(`filings.settle.${way}`),
          })}
          . <q>{reason}</q>
        </p>
      ))}
    </Plain>
  )
}
