/**
 * Libraries that accept or reject data by a schema: one row a function, method or middleware.
 *
 * `module` and `member` say what is called. A member of a schema (`z.object({}).parse`) and a function of the module
 * (`v.parse(schema, data)`) are told apart by `on`.
 */
export interface SchemaValidatorRow {
  id: string
  /** The library, as messages and suggestions name it. */
  library: string
  /** Module specifiers under which it is imported. */
  modules: readonly string[]
  /** The last name of what is called; empty when the export or the built validator itself is called. */
  member: string
  /**
   * `schema` a method of a schema or validator object; `module` a function of the module; `made` a function that a call
   * of `member` returns (`v.parser(schema)`, `ajv.compile(schema)`).
   */
  on: 'schema' | 'module' | 'made'
  /** Which argument is the data. */
  data: number
  /** Which argument is the schema, for functions of the module. */
  schema?: number
  /** How it tells: see {@link ValidatorStyle}. */
  style: ValidatorStyle
  /** It tells through a promise: nothing is known before that is awaited. */
  async?: true
  source: string
}

/**
 * How a validator tells whether it accepts:
 * `returns` returns the accepted data, throws (or rejects) otherwise;
 * `result` returns an object or list that says so, and holds the accepted data;
 * `guard` returns whether it accepts; the data itself may be used after that;
 * `asserts` throws otherwise, and returns nothing; the data itself may be used after that;
 * `errors` returns what is wrong with the data; the data itself may be used when that is nothing.
 */
export type ValidatorStyle = 'returns' | 'result' | 'guard' | 'asserts' | 'errors'

const ZOD_MODULES = ['zod', 'zod/v3', 'zod/v4', 'zod/mini', 'zod/v4-mini', 'zod/v4/mini', '@zod/mini', '@hono/zod-openapi', '@asteasolutions/zod-to-openapi', 'zod-form-data', 'astro/zod', 'astro:content'] as const
const ZOD = 'https://zod.dev/basics'
const VALIBOT = 'https://valibot.dev/guides/parse-data/'
const ARKTYPE = 'https://arktype.io/docs/type-api'
const YUP = 'https://github.com/jquense/yup#schema'
const JOI_MODULES = ['joi', '@hapi/joi', 'celebrate'] as const
const JOI = 'https://joi.dev/api/'
const AJV_MODULES = ['ajv', 'ajv/dist/2019', 'ajv/dist/2020', 'ajv/dist/2019.js', 'ajv/dist/2020.js', 'ajv/dist/jtd', 'ajv/dist/jtd.js', 'ajv-draft-04'] as const
const AJV = 'https://ajv.js.org/api.html'
const TYPEBOX_MODULES = ['@sinclair/typebox/value', '@sinclair/typebox', 'typebox/value', 'typebox'] as const
const TYPEBOX = 'https://github.com/sinclairzx81/typebox#values'
const TYPEBOX_COMPILERS = ['@sinclair/typebox/compiler', 'typebox/compile', 'typebox/compiler'] as const
const SUPERSTRUCT = 'https://docs.superstructjs.org/api-reference/core'
const IO_TS = 'https://github.com/gcanti/io-ts/blob/master/index.md'
const SURY = 'https://github.com/DZakh/sury/blob/main/docs/js-usage.md'
const RUNTYPES = 'https://github.com/runtypes/runtypes#usage'
const EFFECT_MODULES = ['effect', 'effect/Schema', '@effect/schema', '@effect/schema/Schema'] as const
const EFFECT = 'https://effect.website/docs/schema/getting-started/'
const VINE = 'https://vinejs.dev/docs/getting_started'
const CLASS_VALIDATOR = 'https://github.com/typestack/class-validator#usage'
const EXPRESS_VALIDATOR = 'https://express-validator.github.io/docs/guides/getting-started'
const TYPIA = 'https://typia.io/docs/validators/'
const OW = 'https://github.com/sindresorhus/ow#usage'
const DECODERS = 'https://decoders.cc/api.html'
const STANDARD_SCHEMA = 'https://standardschema.dev/schema'

/** Validators by schema. */
export const schemaValidators = [
  { id: 'zod-parse', library: 'zod', modules: ZOD_MODULES, member: 'parse', on: 'schema', data: 0, style: 'returns', source: ZOD },
  { id: 'zod-parse-async', library: 'zod', modules: ZOD_MODULES, member: 'parseAsync', on: 'schema', data: 0, style: 'returns', async: true, source: ZOD },
  { id: 'zod-decode', library: 'zod', modules: ZOD_MODULES, member: 'decode', on: 'schema', data: 0, style: 'returns', source: 'https://zod.dev/codecs' },
  { id: 'zod-decode-async', library: 'zod', modules: ZOD_MODULES, member: 'decodeAsync', on: 'schema', data: 0, style: 'returns', source: 'https://zod.dev/codecs' },
  { id: 'zod-safe-parse', library: 'zod', modules: ZOD_MODULES, member: 'safeParse', on: 'schema', data: 0, style: 'result', source: ZOD },
  { id: 'zod-safe-parse-async', library: 'zod', modules: ZOD_MODULES, member: 'safeParseAsync', on: 'schema', data: 0, style: 'result', async: true, source: ZOD },
  { id: 'zod-spa', library: 'zod', modules: ZOD_MODULES, member: 'spa', on: 'schema', data: 0, style: 'result', async: true, source: ZOD },
  { id: 'zod-safe-decode', library: 'zod', modules: ZOD_MODULES, member: 'safeDecode', on: 'schema', data: 0, style: 'result', source: 'https://zod.dev/codecs' },
  { id: 'zod-module-parse', library: 'zod', modules: ZOD_MODULES, member: 'parse', on: 'module', schema: 0, data: 1, style: 'returns', source: 'https://zod.dev/packages/core' },
  { id: 'zod-module-parse-async', library: 'zod', modules: ZOD_MODULES, member: 'parseAsync', on: 'module', schema: 0, data: 1, style: 'returns', async: true, source: 'https://zod.dev/packages/core' },
  { id: 'zod-module-safe-parse', library: 'zod', modules: ZOD_MODULES, member: 'safeParse', on: 'module', schema: 0, data: 1, style: 'result', source: 'https://zod.dev/packages/core' },
  { id: 'valibot-parse', library: 'valibot', modules: ['valibot'], member: 'parse', on: 'module', schema: 0, data: 1, style: 'returns', source: VALIBOT },
  { id: 'valibot-parse-async', library: 'valibot', modules: ['valibot'], member: 'parseAsync', on: 'module', schema: 0, data: 1, style: 'returns', async: true, source: VALIBOT },
  { id: 'valibot-safe-parse', library: 'valibot', modules: ['valibot'], member: 'safeParse', on: 'module', schema: 0, data: 1, style: 'result', source: VALIBOT },
  { id: 'valibot-safe-parse-async', library: 'valibot', modules: ['valibot'], member: 'safeParseAsync', on: 'module', schema: 0, data: 1, style: 'result', async: true, source: VALIBOT },
  { id: 'valibot-is', library: 'valibot', modules: ['valibot'], member: 'is', on: 'module', schema: 0, data: 1, style: 'guard', source: VALIBOT },
  { id: 'valibot-assert', library: 'valibot', modules: ['valibot'], member: 'assert', on: 'module', schema: 0, data: 1, style: 'asserts', source: VALIBOT },
  { id: 'valibot-parser', library: 'valibot', modules: ['valibot'], member: 'parser', on: 'made', schema: 0, data: 0, style: 'returns', source: VALIBOT },
  { id: 'valibot-safe-parser', library: 'valibot', modules: ['valibot'], member: 'safeParser', on: 'made', schema: 0, data: 0, style: 'result', source: VALIBOT },
  { id: 'arktype-call', library: 'arktype', modules: ['arktype'], member: 'type', on: 'made', schema: 0, data: 0, style: 'result', source: ARKTYPE },
  { id: 'arktype-assert', library: 'arktype', modules: ['arktype'], member: 'assert', on: 'schema', data: 0, style: 'returns', source: ARKTYPE },
  { id: 'arktype-allows', library: 'arktype', modules: ['arktype'], member: 'allows', on: 'schema', data: 0, style: 'guard', source: ARKTYPE },
  { id: 'yup-validate', library: 'yup', modules: ['yup'], member: 'validate', on: 'schema', data: 0, style: 'returns', async: true, source: YUP },
  { id: 'yup-validate-sync', library: 'yup', modules: ['yup'], member: 'validateSync', on: 'schema', data: 0, style: 'returns', source: YUP },
  { id: 'yup-is-valid', library: 'yup', modules: ['yup'], member: 'isValid', on: 'schema', data: 0, style: 'guard', async: true, source: YUP },
  { id: 'yup-is-valid-sync', library: 'yup', modules: ['yup'], member: 'isValidSync', on: 'schema', data: 0, style: 'guard', source: YUP },
  { id: 'joi-validate', library: 'joi', modules: JOI_MODULES, member: 'validate', on: 'schema', data: 0, style: 'result', source: JOI },
  { id: 'joi-validate-async', library: 'joi', modules: JOI_MODULES, member: 'validateAsync', on: 'schema', data: 0, style: 'returns', async: true, source: JOI },
  { id: 'joi-attempt', library: 'joi', modules: JOI_MODULES, member: 'attempt', on: 'module', schema: 1, data: 0, style: 'returns', source: JOI },
  { id: 'joi-assert', library: 'joi', modules: JOI_MODULES, member: 'assert', on: 'module', schema: 1, data: 0, style: 'asserts', source: JOI },
  { id: 'joi-module-validate', library: 'joi', modules: JOI_MODULES, member: 'validate', on: 'module', schema: 1, data: 0, style: 'result', source: 'https://joi.dev/api/?v=15' },
  { id: 'ajv-compiled', library: 'ajv', modules: AJV_MODULES, member: 'compile', on: 'made', schema: 0, data: 0, style: 'guard', source: AJV },
  { id: 'ajv-compiled-async', library: 'ajv', modules: AJV_MODULES, member: 'compileAsync', on: 'made', schema: 0, data: 0, style: 'guard', source: AJV },
  { id: 'ajv-get-schema', library: 'ajv', modules: AJV_MODULES, member: 'getSchema', on: 'made', data: 0, style: 'guard', source: AJV },
  { id: 'ajv-validate', library: 'ajv', modules: AJV_MODULES, member: 'validate', on: 'schema', schema: 0, data: 1, style: 'guard', source: AJV },
  { id: 'ajv-parser', library: 'ajv', modules: AJV_MODULES, member: 'compileParser', on: 'made', schema: 0, data: 0, style: 'result', source: 'https://ajv.js.org/json-type-definition.html' },
  { id: 'typebox-parse', library: 'typebox', modules: TYPEBOX_MODULES, member: 'Parse', on: 'module', schema: 0, data: 1, style: 'returns', source: TYPEBOX },
  { id: 'typebox-decode', library: 'typebox', modules: TYPEBOX_MODULES, member: 'Decode', on: 'module', schema: 0, data: 1, style: 'returns', source: TYPEBOX },
  { id: 'typebox-check', library: 'typebox', modules: TYPEBOX_MODULES, member: 'Check', on: 'module', schema: 0, data: 1, style: 'guard', source: TYPEBOX },
  { id: 'typebox-assert', library: 'typebox', modules: TYPEBOX_MODULES, member: 'Assert', on: 'module', schema: 0, data: 1, style: 'asserts', source: TYPEBOX },
  { id: 'typebox-errors', library: 'typebox', modules: TYPEBOX_MODULES, member: 'Errors', on: 'module', schema: 0, data: 1, style: 'errors', source: TYPEBOX },
  { id: 'typebox-compiled-check', library: 'typebox', modules: TYPEBOX_COMPILERS, member: 'Check', on: 'schema', data: 0, style: 'guard', source: TYPEBOX },
  { id: 'typebox-compiled-decode', library: 'typebox', modules: TYPEBOX_COMPILERS, member: 'Decode', on: 'schema', data: 0, style: 'returns', source: TYPEBOX },
  { id: 'typebox-compiled-parse', library: 'typebox', modules: TYPEBOX_COMPILERS, member: 'Parse', on: 'schema', data: 0, style: 'returns', source: TYPEBOX },
  { id: 'typebox-compiled-errors', library: 'typebox', modules: TYPEBOX_COMPILERS, member: 'Errors', on: 'schema', data: 0, style: 'errors', source: TYPEBOX },
  { id: 'superstruct-create', library: 'superstruct', modules: ['superstruct'], member: 'create', on: 'module', schema: 1, data: 0, style: 'returns', source: SUPERSTRUCT },
  { id: 'superstruct-mask', library: 'superstruct', modules: ['superstruct'], member: 'mask', on: 'module', schema: 1, data: 0, style: 'returns', source: SUPERSTRUCT },
  { id: 'superstruct-assert', library: 'superstruct', modules: ['superstruct'], member: 'assert', on: 'module', schema: 1, data: 0, style: 'asserts', source: SUPERSTRUCT },
  { id: 'superstruct-is', library: 'superstruct', modules: ['superstruct'], member: 'is', on: 'module', schema: 1, data: 0, style: 'guard', source: SUPERSTRUCT },
  { id: 'superstruct-validate', library: 'superstruct', modules: ['superstruct'], member: 'validate', on: 'module', schema: 1, data: 0, style: 'result', source: SUPERSTRUCT },
  { id: 'superstruct-method-create', library: 'superstruct', modules: ['superstruct'], member: 'create', on: 'schema', data: 0, style: 'returns', source: SUPERSTRUCT },
  { id: 'superstruct-method-assert', library: 'superstruct', modules: ['superstruct'], member: 'assert', on: 'schema', data: 0, style: 'asserts', source: SUPERSTRUCT },
  { id: 'superstruct-method-is', library: 'superstruct', modules: ['superstruct'], member: 'is', on: 'schema', data: 0, style: 'guard', source: SUPERSTRUCT },
  { id: 'superstruct-method-validate', library: 'superstruct', modules: ['superstruct'], member: 'validate', on: 'schema', data: 0, style: 'result', source: SUPERSTRUCT },
  { id: 'superstruct-method-mask', library: 'superstruct', modules: ['superstruct'], member: 'mask', on: 'schema', data: 0, style: 'returns', source: SUPERSTRUCT },
  { id: 'io-ts-decode', library: 'io-ts', modules: ['io-ts', 'io-ts/Decoder', 'io-ts/Codec'], member: 'decode', on: 'schema', data: 0, style: 'result', source: IO_TS },
  { id: 'io-ts-is', library: 'io-ts', modules: ['io-ts'], member: 'is', on: 'schema', data: 0, style: 'guard', source: IO_TS },
  { id: 'sury-parse', library: 'sury', modules: ['sury'], member: 'parseOrThrow', on: 'module', schema: 1, data: 0, style: 'returns', source: SURY },
  { id: 'runtypes-check', library: 'runtypes', modules: ['runtypes'], member: 'check', on: 'schema', data: 0, style: 'returns', source: RUNTYPES },
  { id: 'runtypes-parse', library: 'runtypes', modules: ['runtypes'], member: 'parse', on: 'schema', data: 0, style: 'returns', source: RUNTYPES },
  { id: 'runtypes-guard', library: 'runtypes', modules: ['runtypes'], member: 'guard', on: 'schema', data: 0, style: 'guard', source: RUNTYPES },
  { id: 'runtypes-assert', library: 'runtypes', modules: ['runtypes'], member: 'assert', on: 'schema', data: 0, style: 'asserts', source: RUNTYPES },
  { id: 'runtypes-validate', library: 'runtypes', modules: ['runtypes'], member: 'validate', on: 'schema', data: 0, style: 'result', source: RUNTYPES },
  { id: 'runtypes-inspect', library: 'runtypes', modules: ['runtypes'], member: 'inspect', on: 'schema', data: 0, style: 'result', source: RUNTYPES },
  { id: 'effect-decode-unknown-sync', library: 'effect', modules: EFFECT_MODULES, member: 'decodeUnknownSync', on: 'made', schema: 0, data: 0, style: 'returns', source: EFFECT },
  { id: 'effect-decode-sync', library: 'effect', modules: EFFECT_MODULES, member: 'decodeSync', on: 'made', schema: 0, data: 0, style: 'returns', source: EFFECT },
  { id: 'effect-decode-unknown', library: 'effect', modules: EFFECT_MODULES, member: 'decodeUnknown', on: 'made', schema: 0, data: 0, style: 'returns', source: EFFECT },
  { id: 'effect-decode', library: 'effect', modules: EFFECT_MODULES, member: 'decode', on: 'made', schema: 0, data: 0, style: 'returns', source: EFFECT },
  { id: 'effect-decode-unknown-effect', library: 'effect', modules: EFFECT_MODULES, member: 'decodeUnknownEffect', on: 'made', schema: 0, data: 0, style: 'returns', source: EFFECT },
  { id: 'effect-decode-unknown-promise', library: 'effect', modules: EFFECT_MODULES, member: 'decodeUnknownPromise', on: 'made', schema: 0, data: 0, style: 'returns', source: EFFECT },
  { id: 'effect-decode-unknown-either', library: 'effect', modules: EFFECT_MODULES, member: 'decodeUnknownEither', on: 'made', schema: 0, data: 0, style: 'result', source: EFFECT },
  { id: 'effect-decode-unknown-option', library: 'effect', modules: EFFECT_MODULES, member: 'decodeUnknownOption', on: 'made', schema: 0, data: 0, style: 'result', source: EFFECT },
  { id: 'effect-validate-sync', library: 'effect', modules: EFFECT_MODULES, member: 'validateSync', on: 'made', schema: 0, data: 0, style: 'returns', source: EFFECT },
  { id: 'effect-is', library: 'effect', modules: EFFECT_MODULES, member: 'is', on: 'made', schema: 0, data: 0, style: 'guard', source: EFFECT },
  { id: 'effect-asserts', library: 'effect', modules: EFFECT_MODULES, member: 'asserts', on: 'made', schema: 0, data: 0, style: 'asserts', source: EFFECT },
  { id: 'vine-validate', library: 'vine', modules: ['@vinejs/vine'], member: 'validate', on: 'schema', data: 0, style: 'returns', source: VINE },
  { id: 'vine-module-validate', library: 'vine', modules: ['@vinejs/vine'], member: 'validate', on: 'module', data: 0, style: 'returns', source: VINE },
  { id: 'vine-try-validate', library: 'vine', modules: ['@vinejs/vine'], member: 'tryValidate', on: 'schema', data: 0, style: 'result', source: VINE },
  { id: 'class-validator-validate', library: 'class-validator', modules: ['class-validator'], member: 'validate', on: 'module', data: 0, style: 'errors', async: true, source: CLASS_VALIDATOR },
  { id: 'class-validator-validate-sync', library: 'class-validator', modules: ['class-validator'], member: 'validateSync', on: 'module', data: 0, style: 'errors', source: CLASS_VALIDATOR },
  { id: 'class-validator-validate-or-reject', library: 'class-validator', modules: ['class-validator'], member: 'validateOrReject', on: 'module', data: 0, style: 'asserts', async: true, source: CLASS_VALIDATOR },
  { id: 'class-transformer-validator', library: 'class-validator', modules: ['class-transformer-validator'], member: 'transformAndValidate', on: 'module', schema: 0, data: 1, style: 'returns', source: 'https://github.com/MichalLytek/class-transformer-validator#usage' },
  { id: 'class-transformer-validator-sync', library: 'class-validator', modules: ['class-transformer-validator'], member: 'transformAndValidateSync', on: 'module', schema: 0, data: 1, style: 'returns', source: 'https://github.com/MichalLytek/class-transformer-validator#usage' },
  { id: 'express-validator-matched-data', library: 'express-validator', modules: ['express-validator'], member: 'matchedData', on: 'module', data: 0, style: 'returns', source: EXPRESS_VALIDATOR },
  { id: 'typia-assert', library: 'typia', modules: ['typia'], member: 'assert', on: 'module', data: 0, style: 'returns', source: TYPIA },
  { id: 'typia-assert-equals', library: 'typia', modules: ['typia'], member: 'assertEquals', on: 'module', data: 0, style: 'returns', source: TYPIA },
  { id: 'typia-assert-guard', library: 'typia', modules: ['typia'], member: 'assertGuard', on: 'module', data: 0, style: 'asserts', source: TYPIA },
  { id: 'typia-is', library: 'typia', modules: ['typia'], member: 'is', on: 'module', data: 0, style: 'guard', source: TYPIA },
  { id: 'typia-equals', library: 'typia', modules: ['typia'], member: 'equals', on: 'module', data: 0, style: 'guard', source: TYPIA },
  { id: 'typia-validate', library: 'typia', modules: ['typia'], member: 'validate', on: 'module', data: 0, style: 'result', source: TYPIA },
  { id: 'typia-validate-equals', library: 'typia', modules: ['typia'], member: 'validateEquals', on: 'module', data: 0, style: 'result', source: TYPIA },
  { id: 'typia-create-assert', library: 'typia', modules: ['typia'], member: 'createAssert', on: 'made', data: 0, style: 'returns', source: TYPIA },
  { id: 'typia-create-is', library: 'typia', modules: ['typia'], member: 'createIs', on: 'made', data: 0, style: 'guard', source: TYPIA },
  { id: 'typia-create-validate', library: 'typia', modules: ['typia'], member: 'createValidate', on: 'made', data: 0, style: 'result', source: TYPIA },
  { id: 'typia-json-assert-parse', library: 'typia', modules: ['typia'], member: 'assertParse', on: 'module', data: 0, style: 'returns', source: 'https://typia.io/docs/json/parse/' },
  { id: 'typia-json-validate-parse', library: 'typia', modules: ['typia'], member: 'validateParse', on: 'module', data: 0, style: 'result', source: 'https://typia.io/docs/json/parse/' },
  { id: 'meteor-check', library: 'Meteor', modules: ['meteor/check'], member: 'check', on: 'module', schema: 1, data: 0, style: 'asserts', source: 'https://docs.meteor.com/api/check.html' },
  { id: 'meteor-match-test', library: 'Meteor', modules: ['meteor/check'], member: 'test', on: 'module', schema: 1, data: 0, style: 'guard', source: 'https://docs.meteor.com/api/check.html#Match-test' },
  { id: 'ow', library: 'ow', modules: ['ow'], member: '', on: 'module', schema: 1, data: 0, style: 'asserts', source: OW },
  { id: 'ow-is-valid', library: 'ow', modules: ['ow'], member: 'isValid', on: 'module', schema: 1, data: 0, style: 'guard', source: OW },
  { id: 'decoders-verify', library: 'decoders', modules: ['decoders'], member: 'verify', on: 'schema', data: 0, style: 'returns', source: DECODERS },
  { id: 'decoders-decode', library: 'decoders', modules: ['decoders'], member: 'decode', on: 'schema', data: 0, style: 'result', source: DECODERS },
  { id: 'decoders-value', library: 'decoders', modules: ['decoders'], member: 'value', on: 'schema', data: 0, style: 'result', source: DECODERS },
  { id: 'fastest-validator', library: 'fastest-validator', modules: ['fastest-validator'], member: 'compile', on: 'made', schema: 0, data: 0, style: 'errors', source: 'https://github.com/icebob/fastest-validator#usage' },
  { id: 'fastest-validator-validate', library: 'fastest-validator', modules: ['fastest-validator'], member: 'validate', on: 'schema', schema: 1, data: 0, style: 'errors', source: 'https://github.com/icebob/fastest-validator#usage' },
  { id: 'jsonschema-validate', library: 'jsonschema', modules: ['jsonschema'], member: 'validate', on: 'module', schema: 1, data: 0, style: 'result', source: 'https://github.com/tdegrunt/jsonschema#usage' },
  { id: 'jsonschema-validator', library: 'jsonschema', modules: ['jsonschema'], member: 'validate', on: 'schema', schema: 1, data: 0, style: 'result', source: 'https://github.com/tdegrunt/jsonschema#usage' },
  { id: 'cfworker-validate', library: '@cfworker/json-schema', modules: ['@cfworker/json-schema'], member: 'validate', on: 'schema', data: 0, style: 'result', source: 'https://github.com/cfworker/cfworker/tree/main/packages/json-schema#basic-usage' },
  { id: 'validate-js', library: 'validate.js', modules: ['validate.js'], member: '', on: 'module', schema: 1, data: 0, style: 'errors', source: 'https://validatejs.org/#validate' },
  { id: 'standard-schema', library: 'Standard Schema', modules: ['*'], member: '~standard.validate', on: 'schema', data: 0, style: 'result', source: STANDARD_SCHEMA },
  { id: 'conform-zod', library: 'zod', modules: ['@conform-to/zod', '@conform-to/valibot', '@conform-to/yup', '@conform-to/zod/v4'], member: 'parseWithZod', on: 'module', schema: 1, data: 0, style: 'result', source: 'https://conform.guide/api/zod/parseWithZod' },
  { id: 'conform-valibot', library: 'valibot', modules: ['@conform-to/valibot'], member: 'parseWithValibot', on: 'module', schema: 1, data: 0, style: 'result', source: 'https://conform.guide/api/valibot/parseWithValibot' },
  { id: 'zodix-parse-form', library: 'zod', modules: ['zodix'], member: 'parseForm', on: 'module', schema: 1, data: 0, style: 'returns', source: 'https://github.com/rileytomasek/zodix#usage' },
  { id: 'zodix-parse-query', library: 'zod', modules: ['zodix'], member: 'parseQuery', on: 'module', schema: 1, data: 0, style: 'returns', source: 'https://github.com/rileytomasek/zodix#usage' },
  { id: 'zodix-parse-params', library: 'zod', modules: ['zodix'], member: 'parseParams', on: 'module', schema: 1, data: 0, style: 'returns', source: 'https://github.com/rileytomasek/zodix#usage' },
  { id: 'superforms', library: 'superforms', modules: ['sveltekit-superforms', 'sveltekit-superforms/server'], member: 'superValidate', on: 'module', schema: 1, data: 0, style: 'result', source: 'https://superforms.rocks/api#supervalidate' },
  { id: 'powertools-parse', library: 'powertools', modules: ['@aws-lambda-powertools/parser'], member: 'parse', on: 'module', schema: 2, data: 0, style: 'returns', source: 'https://docs.aws.amazon.com/powertools/typescript/latest/features/parser/' },
  { id: 'envalid', library: 'envalid', modules: ['envalid'], member: 'cleanEnv', on: 'module', schema: 1, data: 0, style: 'returns', source: 'https://github.com/af/envalid#api' },
  { id: 'znv', library: 'zod', modules: ['znv'], member: 'parseEnv', on: 'module', schema: 1, data: 0, style: 'returns', source: 'https://github.com/lostfictions/znv#quickstart' },
] as const satisfies readonly SchemaValidatorRow[]

/** Validators that run before a handler: middleware, wrappers, decorators, plugins. */
export interface ValidatingMiddlewareRow {
  id: string
  library: string
  /** The qualified name of the call that makes the middleware, or of the middleware itself. */
  call: string
  /**
   * Which parts of the input it validates:
   * `all`; a list of them; `argument` the first argument says so (`zValidator('json', schema)`);
   * `keys` the keys of the first argument say so (`celebrate({ body: schema })`).
   */
  parts: 'all' | 'argument' | 'keys' | readonly string[]
  source: string
}

/** Middleware that validates what it is registered before. */
export const validatingMiddleware = [
  { id: 'celebrate', library: 'celebrate', call: 'celebrate#celebrate', parts: 'keys', source: 'https://github.com/arb/celebrate#usage' },
  { id: 'celebrate-curried', library: 'celebrate', call: 'celebrate#celebrator', parts: 'all', source: 'https://github.com/arb/celebrate#celebratoropts-joioptions-requestrules' },
  { id: 'express-validator-body', library: 'express-validator', call: 'express-validator#body', parts: ['body'], source: EXPRESS_VALIDATOR },
  { id: 'express-validator-query', library: 'express-validator', call: 'express-validator#query', parts: ['query'], source: EXPRESS_VALIDATOR },
  { id: 'express-validator-param', library: 'express-validator', call: 'express-validator#param', parts: ['params'], source: EXPRESS_VALIDATOR },
  { id: 'express-validator-header', library: 'express-validator', call: 'express-validator#header', parts: ['headers'], source: EXPRESS_VALIDATOR },
  { id: 'express-validator-cookie', library: 'express-validator', call: 'express-validator#cookie', parts: ['cookies'], source: EXPRESS_VALIDATOR },
  { id: 'express-validator-check', library: 'express-validator', call: 'express-validator#check', parts: 'all', source: EXPRESS_VALIDATOR },
  { id: 'express-validator-schema', library: 'express-validator', call: 'express-validator#checkSchema', parts: 'all', source: 'https://express-validator.github.io/docs/guides/schema-validation' },
  { id: 'express-validator-exact', library: 'express-validator', call: 'express-validator#checkExact', parts: 'all', source: 'https://express-validator.github.io/docs/api/check-exact' },
  { id: 'express-validator-one-of', library: 'express-validator', call: 'express-validator#oneOf', parts: 'all', source: 'https://express-validator.github.io/docs/api/one-of' },
  { id: 'zod-express-middleware', library: 'zod', call: 'zod-express-middleware#validateRequest', parts: 'keys', source: 'https://github.com/Aquila169/zod-express-middleware#api-reference' },
  { id: 'zod-express-middleware-process', library: 'zod', call: 'zod-express-middleware#processRequest', parts: 'keys', source: 'https://github.com/Aquila169/zod-express-middleware#api-reference' },
  { id: 'zod-express-middleware-body', library: 'zod', call: 'zod-express-middleware#validateRequestBody', parts: ['body'], source: 'https://github.com/Aquila169/zod-express-middleware#api-reference' },
  { id: 'zod-express-middleware-query', library: 'zod', call: 'zod-express-middleware#validateRequestQuery', parts: ['query'], source: 'https://github.com/Aquila169/zod-express-middleware#api-reference' },
  { id: 'zod-express-middleware-params', library: 'zod', call: 'zod-express-middleware#validateRequestParams', parts: ['params'], source: 'https://github.com/Aquila169/zod-express-middleware#api-reference' },
  { id: 'zod-express-middleware-process-body', library: 'zod', call: 'zod-express-middleware#processRequestBody', parts: ['body'], source: 'https://github.com/Aquila169/zod-express-middleware#api-reference' },
  { id: 'zod-express-middleware-process-query', library: 'zod', call: 'zod-express-middleware#processRequestQuery', parts: ['query'], source: 'https://github.com/Aquila169/zod-express-middleware#api-reference' },
  { id: 'zod-express-middleware-process-params', library: 'zod', call: 'zod-express-middleware#processRequestParams', parts: ['params'], source: 'https://github.com/Aquila169/zod-express-middleware#api-reference' },
  { id: 'express-zod-safe', library: 'zod', call: 'express-zod-safe#()', parts: 'keys', source: 'https://github.com/AngaBlue/express-zod-safe#usage' },
  { id: 'express-joi-validation-body', library: 'joi', call: 'express-joi-validation#createValidator().body', parts: ['body'], source: 'https://github.com/evanshortiss/express-joi-validation#usage' },
  { id: 'express-joi-validation-query', library: 'joi', call: 'express-joi-validation#createValidator().query', parts: ['query'], source: 'https://github.com/evanshortiss/express-joi-validation#usage' },
  { id: 'express-joi-validation-params', library: 'joi', call: 'express-joi-validation#createValidator().params', parts: ['params'], source: 'https://github.com/evanshortiss/express-joi-validation#usage' },
  { id: 'express-validation', library: 'joi', call: 'express-validation#validate', parts: 'keys', source: 'https://github.com/andrewkeig/express-validation#example' },
  { id: 'express-json-validator', library: 'ajv', call: 'express-json-validator-middleware#Validator().validate', parts: 'keys', source: 'https://github.com/simonplend/express-json-validator-middleware#example-express-application' },
  { id: 'express-json-validator-shorthand', library: 'ajv', call: 'express-json-validator-middleware#validate', parts: 'keys', source: 'https://github.com/simonplend/express-json-validator-middleware#example-express-application' },
  { id: 'express-openapi-validator', library: 'OpenAPI', call: 'express-openapi-validator#middleware', parts: 'all', source: 'https://cdimascio.github.io/express-openapi-validator-documentation/usage-options/' },
  { id: 'koa-openapi-validator', library: 'OpenAPI', call: 'koa-openapi-validator#()', parts: 'all', source: 'https://github.com/rafaelcamargo/koa-openapi-validator#usage' },
  { id: 'openapi-backend', library: 'OpenAPI', call: 'openapi-backend#OpenAPIBackend', parts: 'all', source: 'https://openapistack.co/docs/openapi-backend/intro/' },
  { id: 'zod-hono', library: 'zod', call: '@hono/zod-validator#zValidator', parts: 'argument', source: 'https://hono.dev/docs/guides/validation#zod-validator-middleware' },
  { id: 'standard-hono', library: 'Standard Schema', call: '@hono/standard-validator#sValidator', parts: 'argument', source: 'https://hono.dev/docs/guides/validation#standard-schema-validator-middleware' },
  { id: 'valibot-hono', library: 'valibot', call: '@hono/valibot-validator#vValidator', parts: 'argument', source: 'https://github.com/honojs/middleware/tree/main/packages/valibot-validator#usage' },
  { id: 'arktype-hono', library: 'arktype', call: '@hono/arktype-validator#arktypeValidator', parts: 'argument', source: 'https://github.com/honojs/middleware/tree/main/packages/arktype-validator#usage' },
  { id: 'typebox-hono', library: 'typebox', call: '@hono/typebox-validator#tbValidator', parts: 'argument', source: 'https://github.com/honojs/middleware/tree/main/packages/typebox-validator#usage' },
  { id: 'typia-hono', library: 'typia', call: '@hono/typia-validator#typiaValidator', parts: 'argument', source: 'https://github.com/honojs/middleware/tree/main/packages/typia-validator#usage' },
  { id: 'effect-hono', library: 'effect', call: '@hono/effect-validator#effectValidator', parts: 'argument', source: 'https://github.com/honojs/middleware/tree/main/packages/effect-validator#usage' },
  { id: 'ajv-hono', library: 'ajv', call: '@hono/ajv-validator#ajvValidator', parts: 'argument', source: 'https://github.com/honojs/middleware/tree/main/packages/ajv-validator#usage' },
  { id: 'class-hono', library: 'class-validator', call: '@hono/class-validator#classValidator', parts: 'argument', source: 'https://github.com/honojs/middleware/tree/main/packages/class-validator#usage' },
  { id: 'hono-validator', library: 'hono', call: 'hono/validator#validator', parts: 'argument', source: 'https://hono.dev/docs/guides/validation#manual-validator' },
  { id: 'hono-openapi', library: 'Standard Schema', call: 'hono-openapi#validator', parts: 'argument', source: 'https://github.com/rhinobase/hono-openapi#usage' },
  { id: 'middy-validator', library: 'ajv', call: '@middy/validator#()', parts: 'all', source: 'https://middy.js.org/docs/middlewares/validator' },
  { id: 'powertools-parser', library: 'powertools', call: '@aws-lambda-powertools/parser/middleware#parser', parts: 'all', source: 'https://docs.aws.amazon.com/powertools/typescript/latest/features/parser/' },
  { id: 'feathers-validate-data', library: 'feathers', call: '@feathersjs/schema#hooks.validateData', parts: ['body'], source: 'https://feathersjs.com/api/schema/validators.html' },
  { id: 'feathers-validate-query', library: 'feathers', call: '@feathersjs/schema#hooks.validateQuery', parts: ['query'], source: 'https://feathersjs.com/api/schema/validators.html' },
  { id: 'ts-rest-express', library: 'ts-rest', call: '@ts-rest/express#initServer().router', parts: 'all', source: 'https://ts-rest.com/docs/express/' },
  { id: 'ts-rest-fastify', library: 'ts-rest', call: '@ts-rest/fastify#initServer().router', parts: 'all', source: 'https://ts-rest.com/docs/fastify/' },
  { id: 'ts-rest-next', library: 'ts-rest', call: '@ts-rest/next#createNextRoute', parts: 'all', source: 'https://ts-rest.com/docs/next' },
  { id: 'express-zod-api', library: 'zod', call: 'express-zod-api#defaultEndpointsFactory.build', parts: 'all', source: 'https://github.com/RobinTail/express-zod-api#create-your-first-endpoint' },
  { id: 'express-zod-api-factory', library: 'zod', call: 'express-zod-api#EndpointsFactory().build', parts: 'all', source: 'https://github.com/RobinTail/express-zod-api#create-your-first-endpoint' },
  { id: 'next-safe-action', library: 'next-safe-action', call: 'next-safe-action#createSafeActionClient().action', parts: 'all', source: 'https://next-safe-action.dev/docs/define-actions/create-the-client' },
  { id: 'zsa', library: 'zsa', call: 'zsa#createServerAction().input().handler', parts: 'all', source: 'https://zsa.vercel.app/docs/introduction' },
] as const satisfies readonly ValidatingMiddlewareRow[]

/** A check of one primitive value, by the qualified name of the function. */
export interface PrimitiveCheckRow {
  id: string
  /** The qualified name, `*` for any export of the module whose name starts with `is`. */
  call: string
  /** Whether a true answer means that the value is bad. */
  negated?: true
  source: string
}

/** Functions that say what one primitive value is. */
export const primitiveChecks = [
  { id: 'number-is-integer', call: 'Number.isInteger', source: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Number/isInteger' },
  { id: 'number-is-safe-integer', call: 'Number.isSafeInteger', source: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Number/isSafeInteger' },
  { id: 'number-is-finite', call: 'Number.isFinite', source: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Number/isFinite' },
  { id: 'number-is-nan', call: 'Number.isNaN', negated: true, source: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Number/isNaN' },
  { id: 'is-nan', call: 'isNaN', negated: true, source: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/isNaN' },
  { id: 'is-finite', call: 'isFinite', source: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/isFinite' },
  { id: 'url-can-parse', call: 'URL.canParse', source: 'https://developer.mozilla.org/docs/Web/API/URL/canParse_static' },
  { id: 'validator', call: 'validator#*', source: 'https://github.com/validatorjs/validator.js#validators' },
  { id: 'uuid-validate', call: 'uuid#validate', source: 'https://github.com/uuidjs/uuid#uuidvalidatestr' },
  { id: 'mongoose-object-id', call: 'mongoose#isValidObjectId', source: 'https://mongoosejs.com/docs/api/mongoose.html#Mongoose.prototype.isValidObjectId()' },
  { id: 'mongoose-types-object-id', call: 'mongoose#Types.ObjectId.isValid', source: 'https://mongoosejs.com/docs/api/mongoose.html' },
  { id: 'mongodb-object-id', call: 'mongodb#ObjectId.isValid', source: 'https://mongodb.github.io/node-mongodb-native/6.0/classes/BSON.ObjectId.html#isValid' },
  { id: 'bson-object-id', call: 'bson#ObjectId.isValid', source: 'https://github.com/mongodb/js-bson#bsonobjectid' },
  { id: 'net-is-ip', call: 'net#isIP', source: 'https://nodejs.org/docs/latest/api/net.html#netisipinput' },
  { id: 'net-is-ipv4', call: 'net#isIPv4', source: 'https://nodejs.org/docs/latest/api/net.html#netisipv4input' },
  { id: 'email-validator', call: 'email-validator#validate', source: 'https://github.com/manishsaraan/email-validator#usage' },
  { id: 'cuid2', call: '@paralleldrive/cuid2#isCuid', source: 'https://github.com/paralleldrive/cuid2#usage' },
  { id: 'lodash-is', call: 'lodash#*', source: 'https://lodash.com/docs/#isString' },
  { id: 'phone', call: 'libphonenumber-js#isValidPhoneNumber', source: 'https://gitlab.com/catamphetamine/libphonenumber-js#isvalidphonenumberinput-string-defaultcountry-string--options-object-boolean' },
  { id: 'viem-address', call: 'viem#isAddress', source: 'https://viem.sh/docs/utilities/isAddress' },
  { id: 'ethers-address', call: 'ethers#isAddress', source: 'https://docs.ethers.org/v6/api/address/#isAddress' },
  { id: 'semver-valid', call: 'semver#valid', source: 'https://github.com/npm/node-semver#functions' },
] as const satisfies readonly PrimitiveCheckRow[]
