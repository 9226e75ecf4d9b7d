// Declares the parts of csaf-validator-lib that are used; the library ships without type declarations.
// SPDX-License-Identifier: EUPL-1.2

interface CsafSchemaCompiler {
  readonly opts: { multipleOfPrecision?: number }
  addFormat(
    name: string,
    format: { readonly type: 'string'; readonly validate: (text: string) => boolean },
  ): void
  compile(schema: Readonly<Record<string, unknown>>): {
    (document: unknown): boolean
    readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null
  }
}

declare module '@secvisogram/csaf-validator-lib/lib/shared/csafAjv.js' {
  const compiler: CsafSchemaCompiler
  export default compiler
}

declare module '@secvisogram/csaf-validator-lib/csaf_2_1/csafAjv.js' {
  const compiler: CsafSchemaCompiler
  export default compiler
}

declare module '@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0/schema.js' {
  const schema: Readonly<Record<string, unknown>>
  export default schema
}

declare module '@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests/csaf_2_1_strict/schema.js' {
  const schema: Readonly<Record<string, unknown>>
  export default schema
}

declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js'
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/mandatoryTests.js'
declare module '@secvisogram/csaf-validator-lib/optionalTests.js'
declare module '@secvisogram/csaf-validator-lib/informativeTests.js'
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/recommendedTests.js'
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/informativeTests.js'

declare module '@secvisogram/csaf-validator-lib/lib/cwec.js' {
  interface CweCatalogue {
    readonly date?: string
    readonly weaknesses: readonly { readonly id: string; readonly usage?: string }[]
  }
  export const cwecMap: ReadonlyMap<string, () => Promise<{ readonly default: CweCatalogue }>>
}
