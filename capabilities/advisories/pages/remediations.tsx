// What an advisory tells to do, and where to read more; all of it in the publisher's words.
// SPDX-License-Identifier: EUPL-1.2
import { Plain, Table } from '../../../web/kit/index.ts'
import type { AdvisoryView } from '../actions/view.ts'
import { clip, type Reader } from './words.ts'

const maxReferencesShown = 50
const maxRemediationsShown = 50

export function Remediations({ view, reader }: { readonly view: AdvisoryView; readonly reader: Reader }) {
  const { t } = reader.translator
  // Publishers repeat a remediation for each vulnerability; here it is read once.
  const all = view.details.content.remediations.map(
    (one) => [`${one.category} ${one.details} ${one.url}`, one] as const,
  )
  const remediations = [...new Map(all).values()]
  if (remediations.length === 0) return null
  return (
    <Plain id="remediations" heading={t('advisories.one.remediations')} flush>
      <Table
        caption={t('advisories.one.remediations')}
        rows={remediations.slice(0, maxRemediationsShown)}
        keyOf={(_remediation, index) => index}
        columns={[
          {
            label: t('advisories.one.category'),
            kind: 'head',
            cell: ({ category }) => <code>{category}</code>,
          },
          {
            label: t('advisories.one.details'),
            cell: ({ details, url }) => (
              <>
                <span {...languageOf(view)}>{clip(details, 1_000)}</span>
                {url && <span class="s-sub">{link(url, clip(url, 120))}</span>}
              </>
            ),
          },
        ]}
      />
    </Plain>
  )
}

export function References({ view, reader }: { readonly view: AdvisoryView; readonly reader: Reader }) {
  const { references } = view.details.content
  if (references.length === 0) return null
  return (
    <Plain id="references" heading={reader.translator.t('advisories.one.references')}>
      <ul class="s-dense">
        {references.slice(0, maxReferencesShown).map(({ url, summary }) => (
          <li key={url}>{link(url, clip(summary ?? url, 200))}</li>
        ))}
      </ul>
    </Plain>
  )
}

/** The reader of the format keeps http and https only; checked once more where it becomes a link. */
function link(url: string, text: string) {
  if (!/^https?:\/\//i.test(url)) return <span>{text}</span>
  return (
    <a href={url} rel="noreferrer">
      {text}
    </a>
  )
}

/** The publisher's own words are read aloud in the publisher's language. */
export function languageOf({ details }: AdvisoryView): { lang?: string } {
  const { language } = details.content
  return language !== null && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(language)
    ? { lang: language }
    : {}
}
