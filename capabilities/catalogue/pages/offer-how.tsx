// How one gets an offer: the page that is it, the provider's page, or the form of a request.
// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  BlockedButton,
  Button,
  ButtonLink,
  CsrfField,
  Details,
  Sheet,
  TextArea,
  TextField,
} from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import type { TypedRequest } from '../contract/forms.ts'
import type { Item } from '../item.ts'
import type { Faults } from '../typed.ts'
import { offerHref, pageHref } from './paths.ts'
import type { Reader } from './reader.ts'
import { faultText } from './words.ts'

export interface HowProps {
  readonly item: Item
  readonly organisationId: number
  readonly reader: Reader
  readonly typed: TypedRequest
  readonly faults: Faults
  readonly canRequest: boolean
}

export function HowToGet(props: HowProps) {
  const { item, organisationId, reader, faults } = props
  const { t, tr, locale } = reader.translator
  if (!('what' in item.body) || item.kind === 'duty') return null
  const { steps, prepare, page } = item.body
  const isExternal = item.request.kind === 'external'
  return (
    <Sheet id="how" heading={t('catalogue.offer.how')}>
      {steps.length > 0 && (
        <ol class="govuk-list govuk-list--number">
          {steps.map((step) => (
            <li key={step.en}>{textIn(step, locale)}</li>
          ))}
        </ol>
      )}
      {prepare && <p>{tr('catalogue.offer.prepare', { text: textIn(prepare, locale) })}</p>}
      {page && (
        <div>
          <ButtonLink href={pageHref(organisationId, page)}>{t('catalogue.offer.open')}</ButtonLink>
        </div>
      )}
      {isExternal && item.request.url && <TheirPage url={item.request.url} reader={reader} />}
      {!page && item.request.kind === 'self' && <p>{t('catalogue.offer.self.none')}</p>}
      {props.canRequest &&
        (isExternal ? (
          <Details summary={t('catalogue.offer.note')} open={Object.keys(faults).length > 0}>
            <RequestForm {...props} />
          </Details>
        ) : (
          <RequestForm {...props} />
        ))}
    </Sheet>
  )
}

function TheirPage({ url, reader }: { readonly url: string; readonly reader: Reader }) {
  return (
    <div>
      <a class="govuk-button" href={url} rel="noreferrer">
        {reader.translator.t('catalogue.offer.there', { host: new URL(url).host })}
      </a>
    </div>
  )
}

function RequestForm({ item, organisationId, reader, typed, faults }: HowProps) {
  const { translator } = reader
  const { t, tr } = translator
  const isExternal = item.request.kind === 'external'
  if (!reader.mayAct)
    return (
      <BlockedButton id="ask" because={tr('catalogue.offer.ask.reader')}>
        {isExternal ? t('catalogue.offer.ask.save') : t('catalogue.offer.ask.send')}
      </BlockedButton>
    )
  return (
    <form class="s-stack" method="post" action={`${offerHref(organisationId, item.key)}/requests`}>
      <CsrfField token={reader.csrfToken} />
      <input type="hidden" name="formToken" value={typed.formToken} />
      <TextArea
        name="text"
        rows={3}
        label={t('catalogue.offer.ask.text')}
        hint={t('catalogue.offer.ask.hint')}
        value={typed.text}
        error={faultText(faults.text, translator)}
      />
      <TextField
        name="contactName"
        autoComplete="name"
        label={t('catalogue.offer.ask.name')}
        value={typed.contactName}
        error={faultText(faults.contactName, translator)}
      />
      <TextField
        name="contactPhone"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        label={t('catalogue.offer.ask.phone')}
        hint={t('catalogue.offer.ask.phone.hint')}
        value={typed.contactPhone}
        error={faultText(faults.contactPhone, translator)}
      />
      <Actions>
        <Button kind={isExternal ? 'secondary' : 'primary'}>
          {isExternal ? t('catalogue.offer.ask.save') : t('catalogue.offer.ask.send')}
        </Button>
      </Actions>
    </form>
  )
}
