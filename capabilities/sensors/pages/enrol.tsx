// Enrolling a sensor: the form for its place, and once the code with the two commands to type.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { Actions, ButtonLink, PageHead, Sheet, Steps } from '../../../web/kit/index.ts'
import { makeCode } from '../actions/enrol.ts'
import { enrolForm } from '../contract/forms.ts'
import { codeMinutes } from '../enrolment-code.ts'
import { sensorLimits } from '../limits.ts'
import { showHome } from './home.tsx'
import { memberBase, sensorsHref } from './paths.ts'
import { actOf, instantText, readerOf } from './reader.ts'

/** An example: the sensor keeps what it knows in one folder, wherever that is. */
const stateFolder = '/var/lib/salus-sensor'

export function enrolPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'POST',
      path: `${memberBase}/codes`,
      permission: 'sensors:enrol',
      params: memberPath,
      query: nothing,
      body: enrolForm,
      async handle(request) {
        const label = request.body.label.trim()
        const { t } = context.translator(request.locale)
        if (label === '' || label.length > sensorLimits.maxLabel)
          return showHome(context, request, {
            label,
            error: t('sensors.enrol.label.wrong', { most: sensorLimits.maxLabel }),
            withdrawn: false,
          })
        const made = await makeCode(context, actOf(request), label, request.now)
        return showCode(context, request, { ...made, label })
      },
    }),
  ]
}

/** The reply to the form itself: it stands nowhere else, so loading the page again cannot show it. */
async function showCode(
  context: Context,
  request: AnyRequest,
  { code, until, label }: { readonly code: string; readonly until: Date; readonly label: string },
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
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
              heading: t('sensors.code.enrol'),
              detail: (
                <Command>{`npm run sensor -- enrol --centre ${context.origin()} --code ${code} --state ${stateFolder}`}</Command>
              ),
            },
            {
              heading: t('sensors.code.watch'),
              detail: (
                <Command>{`npm run sensor -- watch --state ${stateFolder} --config sensor.yaml`}</Command>
              ),
            },
          ]}
        />
        <Actions>
          <ButtonLink href={home}>{t('sensors.code.done')}</ButtonLink>
        </Actions>
      </Sheet>
    </>
  )
  return { html: await context.render(request, { title, content, current: home }) }
}

function Command({ children }: { readonly children: string }) {
  return (
    <code class="s-raw" translate={false}>
      {children}
    </code>
  )
}
