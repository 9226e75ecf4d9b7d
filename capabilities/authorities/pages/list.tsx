// The authorities of a country one below the other: what each receives, how to reach it now and at night, and the source.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import { Empty, Note, PageHead, Plain, Views } from '../../../web/kit/index.ts'
import type { CountryFile } from '../authority.ts'
import { directory, knownCountries, union } from '../directory.ts'
import { AuthorityEntry } from './entry.tsx'
import { countryHref } from './paths.ts'
import { countryName, dutyNames, gapText } from './words.ts'

export interface AuthorityListProps {
  readonly translator: Translator
  readonly country: string
  readonly now: Date
  /** Address of this page without the country. */
  readonly base: string
}

export function titleOf(country: string, translator: Translator): string {
  return translator.t('authorities.title', { country: countryName(country, translator) })
}

export function AuthorityList({ translator, country, now, base }: AuthorityListProps) {
  const { t, tr } = translator
  const own = directory.get(country)
  const files = [own, country === union ? undefined : directory.get(union)].filter(
    (file) => file !== undefined,
  )
  return (
    <>
      <PageHead title={titleOf(country, translator)} lead={t('authorities.lead')} />
      <Note tone="unknown">{tr('authorities.unverified')}</Note>
      <Views
        label={t('authorities.countries')}
        views={[...knownCountries, union].map((code) => ({
          label: countryName(code, translator),
          href: countryHref(base, code),
          current: code === country,
        }))}
      />
      {!own && (
        <Empty heading={t('authorities.none', { country: countryName(country, translator) })}>
          {t('authorities.none.text')}
        </Empty>
      )}
      {files.flatMap((file) =>
        file.authorities.map((authority) => (
          <AuthorityEntry key={authority.key} {...{ translator, authority, sources: file.sources, now }} />
        )),
      )}
      <Gaps translator={translator} files={files} />
    </>
  )
}

function Gaps({
  translator,
  files,
}: {
  readonly translator: Translator
  readonly files: readonly CountryFile[]
}) {
  const gaps = files.flatMap((file) => file.gaps)
  if (gaps.length === 0) return null
  return (
    <Plain id="gaps" heading={translator.t('authorities.gaps')}>
      <dl class="s-facts">
        {gaps.map((gap) => [
          <dt key={`t${gap.duties.join()}`}>{dutyNames(gap.duties, translator)}</dt>,
          <dd key={`d${gap.duties.join()}`}>{gapText(gap.because, translator)}</dd>,
        ])}
      </dl>
    </Plain>
  )
}
