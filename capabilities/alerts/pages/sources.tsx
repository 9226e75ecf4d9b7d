// Where an alert comes from: the advisory, its references, and how well the document keeps its standard.
// SPDX-License-Identifier: EUPL-1.2
import { Plain } from '../../../web/kit/index.ts'
import type { AlertView } from './alert.tsx'
import type { Reader } from './words.ts'

const maxReferences = 20

export function Sources({ view, reader }: { readonly view: AlertView; readonly reader: Reader }) {
  const { t } = reader.translator
  const { publisher, trackingId, version, content, validity } = view.summary
  const references = [
    ...new Map(content.references.map((reference) => [reference.url, reference])).values(),
  ].slice(0, maxReferences)
  return (
    <Plain id="sources" heading={t('alerts.sources.title')}>
      <ul class="s-dense">
        <li>
          {t('alerts.sources.advisory', {
            publisher,
            trackingId,
            version,
            hasTlp: content.tlp ? 'yes' : 'other',
            tlp: content.tlp ?? '',
          })}
        </li>
        {view.alsoSaidBy.map(({ advisoryId, publisher, trackingId, version }) => (
          <li key={advisoryId}>{t('alerts.sources.also', { publisher, trackingId, version })}</li>
        ))}
        {references.map(({ url, summary }) => (
          <li key={url}>
            <a href={url} rel="noreferrer">
              {summary ?? url}
            </a>
          </li>
        ))}
      </ul>
      {validity === 'invalid' && <p class="s-small s-quiet">{t('alerts.sources.invalid')}</p>}
    </Plain>
  )
}
