// Endings of everyday files, which say nothing about who encrypted them.
// SPDX-License-Identifier: EUPL-1.2

const ordinary: ReadonlySet<string> = new Set(
  `7z ai avi bak bat bmp bz2 c cab cfg cmd cpp cs css csv dat db dbf dcm dll doc docm docx eml exe gif gz hl7 hta htm html ico ics ini
  iso java jpeg jpg js json lnk log mdb mdf mkv mov mp3 mp4 mpeg msg msi odp ods odt ost pdf php png ppt pptm pptx ps1 psd pst py qbw rar
  rtf sh sql svg sys tar tif tiff tmp txt vbs vhd vhdx vmdk vmx vsdx wav wim wmv xls xlsm xlsx xml xps yaml yml zip`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** `.docx`, `docx` or `letter.docx`. */
export function isOrdinaryEnding(typed: string): boolean {
  const last = typed.trim().toLowerCase().slice(-20).split('.').at(-1) ?? ''
  return ordinary.has(last)
}
