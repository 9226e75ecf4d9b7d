// With ransomware: what to keep before anything is restored over it, and the way to the finder of families.
// SPDX-License-Identifier: EUPL-1.2
import { Details, Plain, Steps } from '../../../../web/kit/index.ts'
import { stepsToKeep } from '../../../ransomware/index.ts'
import type { Entered } from '../room/place.ts'

export function EvidenceFirst({ view, reader, place }: Entered) {
  const { t } = reader.translator
  const finder = finderOf(view.access.via, place.params.organisationId)
  return (
    <Plain id="keep" heading={t('ransomware.keep.heading')}>
      <p>{t('ransomware.keep.lead')}</p>
      <Details summary={t('recovery.keep')}>
        <Steps steps={stepsToKeep(reader.translator)} />
      </Details>
      {finder && (
        <p class="s-noprint">
          <a href={finder}>{t('recovery.finder')}</a>
        </p>
      )}
    </Plain>
  )
}

/** Guests have no account, and the finder is for those who have one. */
function finderOf(via: Entered['view']['access']['via'], organisationId: number | undefined): string | null {
  if (via === 'member') return `/o/${organisationId}/ransomware`
  return via === 'centre' ? '/centre/ransomware' : null
}
