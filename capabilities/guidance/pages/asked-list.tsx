// What is asked for in a purchase, phase by phase: each clause or question with its wording, level and reason.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CsrfField,
  Details,
  Facts,
  LinkButton,
  Plain,
  ReasonLine,
  Sheet,
  TextField,
} from '../../../web/kit/index.ts'
import { itemByKey, itemHref } from '../../catalogue/index.ts'
import { textIn } from '../../facts/index.ts'
import { type Asked, type AskedList, type NotAsked, phases } from '../purchase.ts'
import { reviewText } from './measure-parts.tsx'
import type { Reader } from './reader.ts'
import { askedReason } from './words.ts'

export interface AskedListProps {
  readonly list: AskedList
  readonly reader: Reader
  /** In which the wordings are shown. */
  readonly wordings: Translator
  readonly here: string
  /** A reason for leaving out was missing or too long. */
  readonly failed: { readonly item: string; readonly error: string; readonly typed: string } | null
}

export function AskedPhases(props: AskedListProps) {
  const { list, reader } = props
  const { t } = reader.translator
  return (
    <>
      {phases.map((phase) => {
        const asked = list.asked.filter(({ clause }) => clause.body.phase === phase)
        return (
          <Sheet
            key={phase}
            id={`phase-${phase}`}
            heading={t(`guidance.phase.${phase}`)}
            aside={t('guidance.asked.count', { count: asked.length })}
          >
            <p class="s-quiet">{t(`guidance.phase.${phase}.what`)}</p>
            <div>
              {asked.map((one) => (
                <AskedItem key={one.clause.key} asked={one} {...props} />
              ))}
            </div>
          </Sheet>
        )
      })}
      <NotAskedItems {...props} />
    </>
  )
}

function AskedItem({ asked, ...props }: AskedListProps & { readonly asked: Asked }) {
  const { reader, wordings, failed } = props
  const { t } = reader.translator
  const { locale } = wordings
  const { clause, level } = asked
  const { body } = clause
  return (
    <article class="s-asked" aria-labelledby={clause.key}>
      <h3 id={clause.key} lang={locale}>
        {textIn(clause.title, locale)}
      </h3>
      <p class="s-meta">
        <b>{t(`guidance.level.${level}`)}</b>
        <span>{t(`guidance.use.${body.use}`)}</span>
        {body.proof !== 'none' && <span class="s-quiet">{t(`guidance.proof.${body.proof}`)}</span>}
      </p>
      <p class="s-said" lang={locale}>
        {textIn(body.wording, locale)}
      </p>
      <ReasonLine>{askedReason(asked, reader.translator)}</ReasonLine>
      <Details summary={t('guidance.asked.more')} open={failed?.item === clause.key}>
        <Why asked={asked} reader={reader} />
        {reader.mayWrite && <LeaveOut asked={asked} {...props} />}
      </Details>
    </article>
  )
}

function Why({ asked: { clause }, reader }: { readonly asked: Asked; readonly reader: Reader }) {
  const { t, locale } = reader.translator
  const { why, goodAnswer, warningSign } = clause.body
  const measures = clause.links.flatMap(({ to }) => itemByKey(to) ?? [])
  return (
    <Facts
      facts={[
        { term: t('guidance.asked.why'), value: textIn(why, locale) },
        ...(goodAnswer ? [{ term: t('guidance.asked.good'), value: textIn(goodAnswer, locale) }] : []),
        ...(warningSign ? [{ term: t('guidance.asked.warning'), value: textIn(warningSign, locale) }] : []),
        {
          term: t('guidance.asked.measures'),
          value: (
            <ul class="govuk-list s-links">
              {measures.map((measure) => (
                <li key={measure.key}>
                  <a href={itemHref(reader.organisationId, measure)}>{textIn(measure.title, locale)}</a>
                </li>
              ))}
            </ul>
          ),
        },
        {
          term: t('guidance.origin.heading'),
          value: [
            clause.version,
            clause.source.name,
            clause.licence,
            reviewText(clause, reader.translator),
          ].join(' · '),
        },
      ]}
    />
  )
}

function LeaveOut({ asked: { clause }, reader, here, failed }: AskedListProps & { readonly asked: Asked }) {
  const { t } = reader.translator
  const isFailed = failed?.item === clause.key
  return (
    <form class="s-noprint" method="post" action={`${here}/items/${clause.key}`}>
      <CsrfField token={reader.csrfToken} />
      <TextField
        name="because"
        id={`because-${clause.key}`}
        label={t('guidance.leaveOut.because')}
        value={isFailed ? failed.typed : ''}
        error={isFailed ? failed.error : undefined}
      />
      <Actions>
        <Button kind="secondary" describedBy={clause.key}>
          {t('guidance.leaveOut.submit')}
        </Button>
      </Actions>
    </form>
  )
}

/** What does not apply is not hidden: it stands here with its reason. */
function NotAskedItems({ list, reader, here }: AskedListProps) {
  const { t, locale } = reader.translator
  if (list.notAsked.length === 0) return null
  return (
    <Plain
      id="not-asked"
      heading={t('guidance.notAsked.heading')}
      aside={t('guidance.asked.count', { count: list.notAsked.length })}
    >
      {list.notAsked.map((one) => (
        <div class="s-asked" key={one.clause.key}>
          <h3 id={`not-${one.clause.key}`}>{textIn(one.clause.title, locale)}</h3>
          <ReasonLine>{notAskedReason(one, reader.translator)}</ReasonLine>
          {'said' in one.because && reader.mayWrite && (
            <form class="s-noprint" method="post" action={`${here}/items/${one.clause.key}`}>
              <CsrfField token={reader.csrfToken} />
              <LinkButton name="take" value="yes">
                {t('guidance.leaveOut.takeIn')}
                <span class="s-hide"> {textIn(one.clause.title, locale)}</span>
              </LinkButton>
            </form>
          )}
        </div>
      ))}
    </Plain>
  )
}

export function notAskedReason({ because }: NotAsked, { t, tr }: Translator) {
  if ('said' in because) return tr('guidance.notAsked.said', { reason: because.said, name: because.byName })
  return tr('guidance.notAsked.untouched', {
    touches: because.untouched.map((touch) => t(`guidance.touch.${touch}`)).join(', '),
  })
}
