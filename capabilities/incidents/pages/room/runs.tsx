// The section of a room on its playbooks that somebody carries out: how far each is, and who does what now.
// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact'
import type { Context } from '../../../../platform/context.ts'
import { Plain, StateWord } from '../../../../web/kit/index.ts'
import type { RunView } from '../../../playbooks/index.ts'
import { readRuns } from '../../actions/runs.ts'
import { OpenSteps } from '../runs/open-steps.tsx'
import { officerRole } from '../runs/roles.ts'
import { isAtHome, mayWrite, type PartProps } from './place.ts'

/** Loads what it shows, so that the room need not know of playbooks; null where there is nothing to show. */
export async function runsPart(context: Context, props: PartProps): Promise<VNode | null> {
  const { view, reader, place } = props
  const { t, locale } = reader.translator
  const runs = await readRuns(context, view.access, { language: locale, now: reader.now })
  return (
    <Plain
      id="runs"
      heading={t('runs.heading')}
      aside={place && <a href={`${place.base}/recovery`}>{t('recovery.link')}</a>}
    >
      {runs.length === 0 && <p class="s-dense s-quiet">{t('runs.none')}</p>}
      {runs.map((run) => (
        <Run key={run.runId} run={run} {...props} />
      ))}
      {place && isAtHome(props) && mayWrite(props) && (
        <p class="s-dense s-noprint">
          <a href={`${place.base}/runs/new`}>{t('runs.start')}</a>
        </p>
      )}
    </Plain>
  )
}

function Run({ run, view, reader, place }: PartProps & { readonly run: RunView }) {
  const { t } = reader.translator
  const href = place && `${place.base}/runs/${run.runId}`
  const { done, needed, late } = run.progress
  const mine = view.access.via === 'centre' ? officerRole : null
  return (
    <div class="s-stack">
      <h3>{href ? <a href={href}>{run.name}</a> : run.name}</h3>
      <p class="s-dense">
        <StateWord state={run.ended || run.isFinished ? 'done' : late > 0 ? 'late' : 'half'}>
          {t('runs.progress', { done, needed })}
        </StateWord>
        {late > 0 && !run.ended && ` ${t('playbooks.run.late', { count: late })}`}
        {run.ended && ` ${t('runs.ended', { who: run.ended.by.name })}`}
      </p>
      {!run.ended && <OpenSteps view={run} reader={reader} mine={mine} href={href} />}
    </div>
  )
}
