// Declares the parts of csaf-validator-lib that are used; the library ships without type declarations.
// SPDX-License-Identifier: EUPL-1.2

interface CsafSchemaCompiler {
  readonly opts: { multipleOfPrecision?: number }
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

declare module '@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0_strict/schema.js' {
  const schema: Readonly<Record<string, unknown>>
  export default schema
}

declare module '@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests/csaf_2_1_strict/schema.js' {
  const schema: Readonly<Record<string, unknown>>
  export default schema
}

declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js'
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/mandatoryTests.js'
