// The one thing to do now: its safety limit before its reason, then what it means for care.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { Translator } from '../../../../platform/i18n/index.ts'
import type { FirstStep } from '../../first-steps.ts'

export interface OneThingProps {
  readonly translator: Translator
  readonly step: FirstStep
  /** Whether the person said that it still spreads; otherwise we cannot tell. */
  readonly isSpreading: boolean
  /** "Done" and "I can't do that", where they can be recorded. */
  readonly children?: ComponentChildren
}

export function OneThing({ translator: { t, tr }, step, isSpreading, children }: OneThingProps) {
  return (
    <section class="do" aria-labelledby="one">
      <p class="head">{t('night.one')}</p>
      <div class="in">
        <h1 id="one">{t(`night.step.${step}.title`)}</h1>
        <p class="limit">{t(`night.step.${step}.limit`)}</p>
        <p class="why">{tr(`night.step.${step}.because`, { spreading: isSpreading ? 'yes' : 'other' })}</p>
        <p class="why">{tr(`night.step.${step}.care`)}</p>
        {children}
      </div>
    </section>
  )
}
