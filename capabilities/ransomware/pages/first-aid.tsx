// What to keep before anything is cleaned, and how to look for free tools without doing more harm.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import { Note, Plain, Steps } from '../../../web/kit/index.ts'

const noMoreRansom = 'https://www.nomoreransom.org/'

/** What is kept before anything is restored over it, the most fleeting first. */
export function stepsToKeep({ t }: Pick<Translator, 't'>) {
  return [
    { heading: t('ransomware.keep.power'), detail: t('ransomware.keep.power.detail') },
    { heading: t('ransomware.keep.note'), detail: t('ransomware.keep.note.detail') },
    { heading: t('ransomware.keep.samples'), detail: t('ransomware.keep.samples.detail') },
    { heading: t('ransomware.keep.memory'), detail: t('ransomware.keep.memory.detail') },
    { heading: t('ransomware.keep.disks'), detail: t('ransomware.keep.disks.detail') },
    { heading: t('ransomware.keep.logs'), detail: t('ransomware.keep.logs.detail') },
    { heading: t('ransomware.keep.backups'), detail: t('ransomware.keep.backups.detail') },
    { heading: t('ransomware.keep.journal'), detail: t('ransomware.keep.journal.detail') },
  ]
}

export function EvidenceToKeep({ translator }: { readonly translator: Translator }) {
  const { t } = translator
  return (
    <Plain id="keep" heading={t('ransomware.keep.heading')}>
      <p>{t('ransomware.keep.lead')}</p>
      <Steps steps={stepsToKeep(translator)} />
    </Plain>
  )
}

/** A general address only: a tool that fits one version of a family destroys data of the next. */
export function FreeTools({ translator }: { readonly translator: Translator }) {
  const { t, tr } = translator
  return (
    <Plain id="tools" heading={t('ransomware.tools.heading')}>
      <p>
        {tr('ransomware.tools.where', {
          link: (content) => (
            <a href={noMoreRansom} rel="noreferrer">
              {content}
            </a>
          ),
        })}
      </p>
      <Note tone="soon">{tr('ransomware.tools.warning')}</Note>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('ransomware.tools.copy')}</li>
        <li>{t('ransomware.tools.verify')}</li>
        <li>{t('ransomware.tools.upload')}</li>
        <li>{t('ransomware.tools.police')}</li>
      </ul>
    </Plain>
  )
}
