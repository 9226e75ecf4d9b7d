// The form for what the criminals left behind: note, its file name, the new ending.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import {
  Actions,
  BlockedButton,
  Button,
  CsrfField,
  FileField,
  Plain,
  Sheet,
  TextArea,
  TextField,
} from '../../../web/kit/index.ts'
import { maxNoteUploadBytes } from '../contract.ts'
import type { Clue } from '../finder.ts'

export interface ClueFormProps {
  readonly translator: Translator
  readonly csrfToken: string | null
  readonly href: string
  readonly typed: Clue
  readonly error: string | undefined
  /** A result stands above, which is then the matter at hand. */
  readonly isAgain: boolean
  /** False as long as nothing was imported. */
  readonly isReady: boolean
}

export function ClueForm({ translator, csrfToken, href, typed, error, isAgain, isReady }: ClueFormProps) {
  const { t, tr } = translator
  const Part = isAgain ? Plain : Sheet
  const megabytes = maxNoteUploadBytes / 1024 / 1024
  return (
    <Part id="clue" heading={isAgain ? t('ransomware.form.again') : t('ransomware.form.heading')}>
      <form class="s-stack" method="post" action={href} encType="multipart/form-data">
        <CsrfField token={csrfToken} />
        <TextArea
          name="note"
          label={t('ransomware.form.note')}
          hint={t('ransomware.form.note.hint')}
          rows={8}
          value={typed.note}
          error={error}
        />
        <FileField
          name="file"
          label={t('ransomware.form.file')}
          hint={t('ransomware.form.file.hint', { megabytes })}
        />
        <TextField
          name="fileName"
          label={t('ransomware.form.fileName')}
          hint={t('ransomware.form.fileName.hint')}
          value={typed.fileName}
        />
        <TextField
          name="ending"
          label={t('ransomware.form.ending')}
          hint={t('ransomware.form.ending.hint')}
          value={typed.ending}
        />
        <p class="s-dense s-quiet">{t('ransomware.form.kept')}</p>
        {isReady ? (
          <Actions>
            <Button>{t('ransomware.form.button')}</Button>
          </Actions>
        ) : (
          <BlockedButton id="find" because={tr('ransomware.notReady')}>
            {t('ransomware.form.button')}
          </BlockedButton>
        )}
      </form>
    </Part>
  )
}
