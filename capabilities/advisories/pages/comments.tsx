// What the centre says about a document: the thread, and the forms to add to it and to retract one's own words.
// SPDX-License-Identifier: EUPL-1.2
import { Button, CsrfField, Kept, LinkButton, Plain, TextArea, TimeLine } from '../../../web/kit/index.ts'
import type { AdvisoryView } from '../actions/view.ts'
import { maxCommentCharacters } from '../contract/management.ts'
import type { Comment } from '../store/comments.ts'
import { listPath } from './paths.ts'
import { clip, instant, type Reader } from './words.ts'

interface Props {
  readonly view: AdvisoryView
  readonly isMissing: boolean
  readonly reader: Reader
}

export function Comments({ view, isMissing, reader }: Props) {
  const { t } = reader.translator
  const { id } = view.details
  return (
    <Plain
      id="comments"
      heading={t('advisories.comments')}
      aside={t('advisories.comments.count', { count: view.comments.length })}
    >
      <p class="s-small s-quiet">{t('advisories.comments.lead')}</p>
      <TimeLine
        entries={view.comments.map((comment) => ({
          at: comment.writtenAt,
          when: instant(comment.writtenAt, reader),
          what: <Said comment={comment} advisoryId={id} reader={reader} />,
        }))}
      />
      <form class="s-stack" method="post" action={`${listPath}/${id}/comments`}>
        <CsrfField token={reader.csrfToken} />
        <TextArea
          name="text"
          label={t('advisories.comments.text')}
          hint={t('advisories.comments.hint', { most: maxCommentCharacters })}
          maxLength={maxCommentCharacters}
          error={isMissing ? t('advisories.comments.missing') : undefined}
        />
        <Button kind="secondary">{t('advisories.comments.add')}</Button>
      </form>
    </Plain>
  )
}

function Said(props: { readonly comment: Comment; readonly advisoryId: number; readonly reader: Reader }) {
  const { comment, advisoryId, reader } = props
  const { t } = reader.translator
  const { id, text, version, writtenBy, writtenByName, retractedAt } = comment
  const said = t('advisories.comments.said', { name: clip(writtenByName, 100), version: clip(version, 40) })
  if (retractedAt !== null)
    return (
      <>
        <p class="s-small">{said}</p>
        <p class="s-small s-strong">
          {t('advisories.comments.retracted', { at: instant(retractedAt, reader) })}
        </p>
        <Kept>
          <del class="s-was">{text}</del>
        </Kept>
      </>
    )
  return (
    <>
      <p class="s-small">{said}</p>
      <Kept>{text}</Kept>
      {writtenBy === reader.personId && (
        <form method="post" action={`${listPath}/${advisoryId}/comments/${id}/retract`}>
          <CsrfField token={reader.csrfToken} />
          <LinkButton>{t('advisories.comments.retract')}</LinkButton>
        </form>
      )}
    </>
  )
}
