// The section of a room on what authorities are told.
// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact'
import type { Context } from '../../../../platform/context.ts'
import { Plain } from '../../../../web/kit/index.ts'
import { DutyFilings } from '../filings/duty-filings.tsx'
import { filingsOf } from '../filings/list.tsx'
import type { PartProps } from './place.ts'

/** Loads what it shows, so that the room need not know of filings; null where there is nothing to show. */
export async function filingsPart(context: Context, props: PartProps): Promise<VNode | null> {
  const { t } = props.reader.translator
  return (
    <Plain id="filings" heading={t('filing-pages.heading')}>
      <DutyFilings {...props} filings={await filingsOf(context, props)} isBrief={props.place !== null} />
      {props.place && (
        <p class="s-dense s-noprint">
          <a href={`${props.place.base}/filings`}>{t('filing-pages.all')}</a>
        </p>
      )}
    </Plain>
  )
}
