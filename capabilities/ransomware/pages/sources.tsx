// Where the finder's knowledge comes from, how old it is, and under which licences.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant, type Translator } from '../../../platform/i18n/index.ts'
import { Details, Empty, Facts, Plain } from '../../../web/kit/index.ts'
import type { RecordedSource } from '../store.ts'

export interface SourcesProps {
  readonly sources: readonly RecordedSource[]
  readonly translator: Translator
  readonly timeZone: string
}

export function Sources({ sources, translator, timeZone }: SourcesProps) {
  const { t } = translator
  if (sources.length === 0)
    return <Empty heading={t('ransomware.sources.none')}>{t('ransomware.sources.none.hint')}</Empty>
  return (
    <Plain id="sources" heading={t('ransomware.sources.heading')}>
      <p>{t('ransomware.sources.lead')}</p>
      <Facts
        facts={sources.map(({ source, families, notes, importedAt }) => ({
          term: source === 'notes' ? t('ransomware.source.notes') : t('ransomware.source.galaxy'),
          value: t('ransomware.source.counts', { families, notes }),
          source: t('ransomware.source.at', {
            moment: formatInstant(importedAt, { translator, timeZone, style: 'instant-year' }),
          }),
        }))}
      />
      {sources.map(({ source, licence, licenceText, version, sha256 }) => (
        <Details key={source} summary={t('ransomware.source.licence', { licence })}>
          <p class="s-raw" translate={false}>
            {licenceText}
          </p>
          <p class="s-dense s-quiet">
            {version !== '' && `${t('ransomware.source.version', { version })} · `}
            <code class="s-raw">SHA-256 {sha256}</code>
          </p>
        </Details>
      ))}
    </Plain>
  )
}
