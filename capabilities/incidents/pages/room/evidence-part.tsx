// Evidence with its chain of custody: which hand it was in when, and whether it is still what was handed in.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber } from '../../../../platform/i18n/index.ts'
import { CsrfField, LinkButton, Plain, StateWord, TimeLine } from '../../../../web/kit/index.ts'
import type { EvidenceFile } from '../../store/evidence.ts'
import { mayWrite, type PartProps, say } from './place.ts'

export function Evidence(props: PartProps) {
  const { view, reader, place } = props
  const { t } = reader.translator
  return (
    <Plain
      id="evidence"
      heading={t('room.evidence.heading')}
      aside={place && mayWrite(props) && <a href={`${place.base}/evidence`}>{t('room.evidence.add')}</a>}
    >
      {view.files.length === 0 && <p class="s-dense s-quiet">{t('room.evidence.none')}</p>}
      {view.files.map((file) => (
        <File key={file.id} file={file} {...props} />
      ))}
    </Plain>
  )
}

function File({ file, ...props }: PartProps & { readonly file: EvidenceFile }) {
  const { view, reader, place } = props
  const { t } = reader.translator
  const chain = view.custody.filter(({ fileId }) => fileId === file.id)
  return (
    <div class="s-stack" id={`evidence-${file.id}`}>
      <h3>{file.fileName}</h3>
      <p class="s-dense">
        {t('room.evidence.taken', { from: file.takenFrom, at: say(file.takenAt, reader) })}{' '}
        {t('room.evidence.size', { bytes: formatNumber(file.size, reader.translator) })}
        <span class="s-sub">
          SHA-256 <code>{file.sha256}</code>
        </span>
      </p>
      <TimeLine
        entries={chain.map(({ recordedAt, recordedByName, action, toWhom, sha256 }) => ({
          when: say(recordedAt, reader),
          at: recordedAt,
          what: (
            <>
              {action === 'handed-over'
                ? t('room.custody.handed-over', { name: recordedByName, whom: toWhom ?? '' })
                : t(`room.custody.${action}`, { name: recordedByName })}{' '}
              {sha256 !== file.sha256 && (
                <StateWord state="late">{t('room.custody.altered', { sha256 })}</StateWord>
              )}
            </>
          ),
        }))}
      />
      {place && (
        <div class="s-dutyways s-noprint s-dense s-actions">
          <form method="post" action={`${place.base}/evidence/${file.id}/open`}>
            <CsrfField token={place.csrfToken} />
            <LinkButton>
              {t('room.evidence.open')} <span class="s-hide">{file.fileName}</span>
            </LinkButton>
          </form>
          {view.access.may === 'write' && (
            <a href={`${place.base}/evidence/${file.id}/hand-over`}>
              {t('room.evidence.handOver')} <span class="s-hide">{file.fileName}</span>
            </a>
          )}
        </div>
      )}
    </div>
  )
}
