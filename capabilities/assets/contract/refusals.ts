// The refusals of this capability: what happened in this case, and what to do now.
// SPDX-License-Identifier: EUPL-1.2
import { maxInventoryBytes } from '@salus/standards/inventory'
import { type ProblemValues, Refusal } from '../../../platform/http/problem.ts'
import { type Asset, titleOf } from '../asset.ts'
import type { Import } from '../import.ts'

const bytesPerMegabyte = 1024 * 1024

export type AssetsCode =
  | 'assets/unknown'
  | 'assets/already-gone'
  | 'assets/unnamed'
  | 'assets/import-unknown'
  | 'assets/import-moved-on'
  | 'assets/file-missing'
  | 'assets/file-empty'
  | 'assets/file-too-large'
  | 'assets/import-not-stored'
  | 'assets/columns-unclear'

function refusal(
  code: AssetsCode,
  status: 404 | 409 | 413 | 422,
  title: string,
  detail: string,
  remedy: string,
  values: ProblemValues = {},
): Refusal {
  return new Refusal({ code, status, title, detail, remedy, values })
}

export function assetUnknown(id: number): Refusal {
  return refusal(
    'assets/unknown',
    404,
    'There is no such asset',
    `Your organisation has no asset with the number ${id}.`,
    'Look for it in the list of assets.',
    { id },
  )
}

export function assetAlreadyGone(asset: Asset): Refusal {
  return refusal(
    'assets/already-gone',
    409,
    'This asset is already gone',
    `"${titleOf(asset.facts)}" was confirmed as gone on ${asset.goneAt?.toISOString().slice(0, 10)}. Nothing was changed.`,
    'If it is in use again, add it as a new asset or import a list that holds it.',
    { name: titleOf(asset.facts), day: asset.goneAt?.toISOString().slice(0, 10) ?? '' },
  )
}

export function assetUnnamed(): Refusal {
  return refusal(
    'assets/unnamed',
    422,
    'The asset has no name',
    'Name, vendor, product, model, UDI-DI, purl and CPE are all empty.',
    'Fill in at least one of them.',
  )
}

export function importUnknown(id: number): Refusal {
  return refusal(
    'assets/import-unknown',
    404,
    'There is no such import',
    `Your organisation has no import with the number ${id}.`,
    'Open the list of assets and look at the newest imports there.',
    { id },
  )
}

export function importMovedOn(found: Import): Refusal {
  return refusal(
    'assets/import-moved-on',
    409,
    'This import has moved on',
    `The import of ${found.fileName} is now in the state "${found.state}", where this is not possible. Nothing was changed.`,
    'Open the import again to see where it stands.',
    { file: found.fileName },
  )
}

export function fileMissing(): Refusal {
  return refusal(
    'assets/file-missing',
    422,
    'No file came with this',
    'The form was sent without a file. Nothing was stored.',
    'Choose a file and send it again.',
  )
}

export function fileEmpty(fileName: string): Refusal {
  return refusal(
    'assets/file-empty',
    422,
    'This file is empty',
    `${fileName} has no content. Nothing was stored.`,
    'Export the list again and check that the file can be opened.',
    { file: fileName },
  )
}

export function fileTooLarge(fileName: string, bytes: number): Refusal {
  return refusal(
    'assets/file-too-large',
    413,
    'This file is too large',
    `${fileName} has ${bytes} bytes; at most ${maxInventoryBytes} are taken. Nothing was stored.`,
    'Split the file, or leave out columns that are not needed, and send it again.',
    {
      file: fileName,
      megabytes: Math.ceil(bytes / bytesPerMegabyte),
      most: Math.floor(maxInventoryBytes / bytesPerMegabyte),
    },
  )
}

export function importNotStored(found: Import): Refusal {
  const [fault] = found.faults
  return refusal(
    'assets/import-not-stored',
    422,
    'This file could not be imported',
    fault
      ? `${found.fileName}, ${fault.place}: ${fault.detail}`
      : `${found.fileName} ended in the state "${found.state}".`,
    fault?.remedy ?? 'Check the file and import it again.',
  )
}

export function columnsUnclear(found: Import): Refusal {
  return refusal(
    'assets/columns-unclear',
    422,
    'The columns of this file are not clear',
    `No column of ${found.fileName} is known to hold a name, product or model. Nothing was stored.`,
    'Head the columns with words such as Name, Manufacturer, Model and Version, or import the file on its page, where you can say what they hold.',
    { file: found.fileName },
  )
}
