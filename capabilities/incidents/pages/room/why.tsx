// The sheet under a clock, always in the same order: trigger, article, counted from, calculation, enough now, rule.
// SPDX-License-Identifier: EUPL-1.2
import { WhySheet } from '../../../../web/kit/index.ts'
import type { Duty } from '../../duties/duty.ts'
import { sayReason } from '../../duties/explain.ts'
import { calculationOf, contentOf, struckTimes } from './duty-words.tsx'
import { type PartProps, say } from './place.ts'

export function Why({ duty, view, reader, place }: PartProps & { readonly duty: Duty }) {
  const { t } = reader.translator
  const { rule, because, remarks, anchor, anchorAt } = duty
  const content = contentOf(duty, view, reader)
  const paragraphs = (texts: readonly string[]) => texts.map((text) => <p key={text}>{text}</p>)
  const struck = struckTimes(duty, view, reader)
  return (
    <WhySheet
      summary={t('room.why.summary')}
      open={place === null}
      lines={[
        { term: t('room.why.trigger'), text: paragraphs(because.map((one) => sayReason(one, reader))) },
        {
          term: t('room.why.article'),
          text: (
            <>
              <Article duty={duty} />, {rule.source.title}
            </>
          ),
        },
        {
          term: t('room.why.countedFrom'),
          text: (
            <>
              {struck.map(({ from, until, because: fact }) => (
                <p key={until.toISOString()}>
                  <s class="s-struck">{say(from, reader, 'instant-year')}</s>{' '}
                  {fact
                    ? t('room.why.movedBy', { until: say(until, reader, 'instant-year'), fact })
                    : t('room.why.moved', { until: say(until, reader, 'instant-year') })}
                </p>
              ))}
              <p>
                {anchor && anchorAt
                  ? t('room.why.anchor', {
                      moment: t(`duties.moment.${anchor}`),
                      at: say(anchorAt, reader, 'instant-year'),
                    })
                  : t('room.why.noAnchor')}
              </p>
            </>
          ),
        },
        { term: t('room.why.calculation'), text: paragraphs(calculationOf(duty, reader)) },
        {
          term: t('room.clock.enough'),
          text: content
            ? paragraphs([content.sentence, ...(content.missing ? [content.missing] : [])])
            : t('room.clock.nothingNeeded'),
        },
        {
          term: t('room.why.rule'),
          text: paragraphs([
            t('room.why.ruleId', { id: rule.id, from: rule.validFrom }),
            ...(rule.verifiedBy ? [t('duties.verified', { name: rule.verifiedBy })] : []),
            ...remarks.map((one) => sayReason(one, reader)),
          ]),
        },
      ]}
    />
  )
}

/** "NIS2 Art. 23(4)(a)". */
export function Article({ duty: { rule } }: { readonly duty: Duty }) {
  const words = `${rule.regime === 'national-health' ? '' : rule.regime} ${rule.article}`.trim()
  if (!rule.source.url) return <span>{words}</span>
  return (
    <a href={rule.source.url} rel="noreferrer">
      {words}
    </a>
  )
}
