import type ts = require('typescript')

/** Where the plugin keeps the TypeScript that tsserver handed over. */
const slot: { typescript: typeof ts | undefined } = { typescript: undefined }

export = slot
