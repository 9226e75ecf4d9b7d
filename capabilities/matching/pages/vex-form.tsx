// The form for a VEX document: the file, and why the hospital trusts it.
// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, CsrfField, FileField, Sheet, TextArea } from '../../../web/kit/index.ts'
import { maxReasonCharacters, maxVexBytes } from '../contract.ts'
import { vexHref } from './paths.ts'
import type { Typed } from './vex.tsx'
import type { Reader } from './words.ts'

interface Props {
  readonly organisationId: number
  readonly typed: Typed
  readonly reader: Reader
}

export function VexForm({ organisationId, typed, reader }: Props) {
  const { t } = reader.translator
  return (
    <Sheet id="hand-in" heading={t('matching.vex.handIn')}>
      <form class="s-stack" method="post" action={vexHref(organisationId)} encType="multipart/form-data">
        <CsrfField token={reader.csrfToken} />
        <FileField
          name="file"
          label={t('matching.vex.file')}
          hint={t('matching.vex.file.hint', { megabytes: maxVexBytes / 1024 / 1024 })}
          accept=".json"
          error={typed.faults.file}
        />
        <TextArea
          name="reason"
          label={t('matching.vex.reason')}
          hint={t('matching.vex.reason.hint')}
          value={typed.reason}
          error={typed.faults.reason}
          rows={3}
          maxLength={maxReasonCharacters}
        />
        <Actions>
          <Button>{t('matching.vex.button')}</Button>
        </Actions>
      </form>
    </Sheet>
  )
}
