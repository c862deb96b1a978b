/**
 * What the language's own library does with values: which calls hand their input on unchanged, and which make a new
 * value that still carries it. Source: https://tc39.es/ecma262/ and https://nodejs.org/api/.
 */

/** Functions whose result is their first argument (or what it holds). */
export const SAME_ARGUMENT_FUNCTIONS: ReadonlySet<string> = new Set([
  'Object.freeze',
  'Object.seal',
  'Object.preventExtensions',
  'Object.create',
  'Promise.resolve',
  'Array.from',
  'Array.fromAsync',
  'structuredClone',
  'Reflect.get',
  'Readonly',
])

/**
 * Functions that compilers write around `require()`: what they return has the members of the module. Source:
 * https://www.typescriptlang.org/tsconfig/#esModuleInterop and https://babeljs.io/docs/babel-plugin-transform-modules-commonjs.
 */
export const INTEROP_HELPERS: ReadonlySet<string> = new Set([
  '__importDefault',
  '__importStar',
  '__toESM',
  '_interopRequireDefault',
  '_interopRequireWildcard',
])

/** Functions whose result carries their arguments in another form. */
export const DERIVING_FUNCTIONS: ReadonlySet<string> = new Set([
  'String',
  'JSON.stringify',
  'JSON.parse',
  'util.format',
  'util.inspect',
  'util.formatWithOptions',
  'inspect',
  'encodeURIComponent',
  'encodeURI',
  'decodeURIComponent',
  'decodeURI',
  'escape',
  'unescape',
  'btoa',
  'atob',
  'Buffer.from',
  'Buffer.concat',
  'String.raw',
  'querystring.stringify',
  'qs.stringify',
])

/** Methods whose result is their receiver, or a selection of its items. */
export const SAME_RECEIVER_METHODS: ReadonlySet<string> = new Set([
  'filter',
  'reverse',
  'toReversed',
  'sort',
  'toSorted',
  'slice',
  'flat',
  'with',
  'toSpliced',
  'values',
  'valueOf',
])

/** Methods whose result is one item of their receiver. */
export const ELEMENT_METHODS: ReadonlySet<string> = new Set(['find', 'findLast', 'at', 'pop', 'shift'])

/** Methods that call their callback with an item of their receiver first. */
export const ELEMENT_CALLBACKS: ReadonlySet<string> = new Set([
  'forEach',
  'map',
  'flatMap',
  'filter',
  'find',
  'findLast',
  'findIndex',
  'some',
  'every',
  'sort',
])

/** Methods whose result carries their receiver in another form. */
export const DERIVING_METHODS: ReadonlySet<string> = new Set([
  'toString',
  'toLocaleString',
  'toJSON',
  'trim',
  'trimStart',
  'trimEnd',
  'toLowerCase',
  'toUpperCase',
  'normalize',
  'concat',
  'join',
  'padStart',
  'padEnd',
  'repeat',
  'replace',
  'replaceAll',
  'split',
  'substring',
  'substr',
])
