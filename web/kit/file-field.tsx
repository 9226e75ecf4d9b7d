// A field for a file; the form around it needs enctype multipart/form-data.
// SPDX-License-Identifier: EUPL-1.2
import { describedBy, FieldFrame, type FieldProps } from './field.tsx'

export interface FileFieldProps extends FieldProps {
  /** Endings or media types the browser offers first: ".csv,.xlsx". Checked again on arrival. */
  readonly accept?: string
}

export function FileField(props: FileFieldProps) {
  const { name, id = name, error, accept } = props
  return (
    <FieldFrame {...props}>
      <input
        class={error ? 'govuk-file-upload govuk-file-upload--error' : 'govuk-file-upload'}
        id={id}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(id, props)}
        aria-invalid={error ? 'true' : undefined}
      />
    </FieldFrame>
  )
}
