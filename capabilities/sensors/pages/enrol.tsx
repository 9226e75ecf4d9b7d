// Enrolling a sensor: the form for its place, and once the code with the commands to type.
// SPDX-License-Identifier: EUPL-1.2
import { Fragment } from 'preact'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { plainText } from '../../../platform/http/plain-text.ts'
import { Actions, ButtonLink, PageHead, ReasonLine, Sheet, Steps } from '../../../web/kit/index.ts'
import { makeCode } from '../actions/enrol.ts'
import type { KeptPackage, SensorPackage } from '../actions/package-sensor.ts'
import { enrolForm } from '../contract/forms.ts'
import { codeMinutes } from '../enrolment-code.ts'
import { sensorLimits } from '../limits.ts'
import { showHome } from './home.tsx'
import { downloadHref, memberBase, sensorsHref } from './paths.ts'
import { actOf, instantText, readerOf } from './reader.ts'

/** An example: the sensor keeps what it knows in one folder, wherever that is. */
const stateFolder = '/var/lib/salus-sensor'

export function enrolPages(context: Context, kept: KeptPackage): readonly Page[] {
  return [
    definePage({
      method: 'POST',
      path: `${memberBase}/codes`,
      permission: 'sensors:enrol',
      params: memberPath,
      query: nothing,
      body: enrolForm,
      async handle(request) {
        const label = plainText(request.body.label)
        const { t } = context.translator(request.locale)
        if (label === '' || label.length > sensorLimits.maxLabel)
          return showHome(context, request, {
            label,
            error: t('sensors.enrol.label.wrong', { most: sensorLimits.maxLabel }),
            withdrawn: false,
          })
        const made = await makeCode(context, actOf(request), label, request.now)
        return showCode(context, request, { ...made, label, archive: await kept() })
      },
    }),
  ]
}

interface ShownCode {
  readonly code: string
  readonly until: Date
  readonly label: string
  readonly archive: SensorPackage | null
}

/** The reply to the form itself: it stands nowhere else, so loading the page again cannot show it. */
async function showCode(
  context: Context,
  request: AnyRequest,
  { code, until, label, archive }: ShownCode,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t, tr } = reader.translator
  const home = sensorsHref(request.organisationId)
  const title = t('sensors.code.title', { label })
  const content = (
    <>
      <PageHead
        wayTo={{ label: t('shell.pages.wayTo'), steps: [{ label: t('sensors.menu'), href: home }] }}
        title={title}
        lead={t('sensors.code.lead', { minutes: codeMinutes, until: instantText(until, reader, 'time') })}
      />
      <Sheet id="code" heading={t('sensors.code.heading')}>
        <p class="s-code" translate={false}>
          {code}
        </p>
        <p>{t('sensors.code.once')}</p>
        <Steps
          steps={[
            {
              heading: t('sensors.code.get'),
              detail: (
                <>
                  <Command>{`curl -f -o salus-sensor.tgz ${context.origin()}${downloadHref}`}</Command>
                  <br />
                  <Command>tar xzf salus-sensor.tgz</Command>
                </>
              ),
            },
            {
              heading: t('sensors.code.enrol'),
              detail: (
                <Command>{`salus-sensor/sensor enrol --centre ${context.origin()} --code ${code} --state ${stateFolder}`}</Command>
              ),
            },
            {
              heading: t('sensors.code.watch'),
              detail: (
                <Command>{`salus-sensor/sensor watch --state ${stateFolder} --config sensor.yaml`}</Command>
              ),
            },
          ]}
        />
        {archive && <ReasonLine>{tr('sensors.code.get.check', { sha256: archive.sha256 })}</ReasonLine>}
        <p>{t('sensors.code.needs')}</p>
        <Actions>
          <ButtonLink href={home}>{t('sensors.code.done')}</ButtonLink>
        </Actions>
      </Sheet>
    </>
  )
  return { html: await context.render(request, { title, content, current: home }) }
}

/** Lines end between words only: half an option at the end of a line would be typed as it stands. */
function Command({ children }: { readonly children: string }) {
  return (
    <code class="s-raw" translate={false}>
      {children.split(' ').map((word, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          <span class="s-word">{word}</span>
        </Fragment>
      ))}
    </code>
  )
}
