// Takes out of a range text what is not about versions: conditions, models, remarks in brackets.
// SPDX-License-Identifier: EUPL-1.2

export interface Split {
  /** The part that speaks of versions. */
  readonly version: string
  readonly conditions: readonly string[]
  readonly models: readonly string[]
  readonly steps: readonly string[]
}

const conditionStart =
  /(?:^|(?<!\b(?:starting|beginning))[\s(]|(?<=[<>=]))(?:w\/|with(?!out the)|when|if|only|running|using|on(?! or)|where|unless|that|which|for|installed|shipped|affected|based on|in conjunction|in combination|without|via|manufactured|utilizes|mit|avec|con|wenn|falls|sofern|si|se)(?=\s)(?!\s+(?:the exception|fix|(?:all|any) versions?))/i
const remark =
  /^(?:formerly|including|incl\.|aka|all |also |end[- ]of[- ]life|eol|previously|global|u\.s\.?$|us$|international|the )/i
const partOfVersion =
  /^(?:\d{1,6}[a-z]?|(?:build|bld|rev\.?|revision|r|v)\.?[ _-]?(?:nr\.?|no\.?)?[ .]*[0-9a-z.]{1,20})$/i
const otherNumbering = /^v?\d+(?:\.\d+){1,5}$/i
const inclusion =
  /^(?:including|inclusive|included|excluding|exclusive|excluded|inkl\.?|exkl\.?|inclus[aeo]?|exclue?|esclus[aeo]?)$/i

export function splitBeside(text: string): Split {
  const conditions: string[] = []
  const models: string[] = []
  const steps: string[] = []
  let version = readBrackets(text, conditions, steps)
  const model = /^(.{0,200}?)\bmodels?:? (?=[^\s]*\d)([^<>=]{1,200})$/i.exec(version)
  if (model?.[1] !== undefined && model[2] !== undefined) {
    version = model[1].trim()
    models.push(...splitModels(model[2]))
    steps.push(`took "${model[2].trim()}" as the models meant`)
  }
  const code = /^([A-Z0-9][A-Z0-9-]{4,20}) versions? (?=v?\d)/i.exec(version)
  if (code?.[1] !== undefined && /\d{2}/.test(code[1])) {
    version = version.slice(code[0].length)
    models.push(code[1])
    steps.push(`took "${code[1]}" as the model meant`)
  }
  version = version.replace(/(?:^|\|)\s*(CVE-\d{4}-\d{4,7})\s*(?=\||$)/gi, (_, cve: string) => {
    conditions.push(cve)
    steps.push(`took "${cve}" as a condition beside the version`)
    return ''
  })
  const start = conditionStart.exec(version)
  if (start && !/\bexcept\s*$/i.test(version.slice(0, start.index + 1))) {
    const condition = version.slice(start.index).trim()
    version = version
      .slice(0, start.index)
      .replace(/(?:\s-|,|\band\b|\|)\s*$/i, '')
      .trim()
    conditions.push(condition)
    steps.push(`took "${condition}" as a condition beside the version`)
  }
  return { version, conditions, models, steps }
}

function splitModels(text: string): string[] {
  return text
    .split(/[,|;]| and | or /i)
    .map((model) => model.trim())
    .filter((model) => model !== '')
}

// Brackets are looked at one by one, never inside each other: what nests too deep stays and fails to parse.
function readBrackets(text: string, conditions: string[], steps: string[]): string {
  const whole = /^([<>=! ]*)\(([^()]*)\)$/.exec(text)
  if (whole?.[2] !== undefined) return `${whole[1]}${whole[2]}`
  return text.replace(/[([{]([^()[\]{}]*)[)\]}]/g, (bracket: string, content: string, at: number) => {
    const inside = content.trim()
    if (inclusion.test(inside)) return ` (${inside.toLowerCase()}) `
    if (otherNumbering.test(inside) || remark.test(inside)) {
      steps.push(`left out the remark "${inside}"`)
      return ' '
    }
    if (partOfVersion.test(inside)) return /\d/.test(text.slice(0, at)) ? ` ${inside} ` : bracket
    if (/^exclu|^except|^(?:and|or) /i.test(inside)) return ` ${inside} `
    conditions.push(inside)
    steps.push(`took "${inside}" as a condition beside the version`)
    return ' '
  })
}
