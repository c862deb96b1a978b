// Typed linting as people run it beside their editor: ESLint with typescript-eslint's project service. It says when it is
// done and stays, so that its memory can be read.
import palisade from '@palisade/eslint-plugin'
import * as parser from '@typescript-eslint/parser'
import { ESLint } from 'eslint'

const [folder = '', ...files] = process.argv.slice(2)
const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.ts'] },
    { languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: folder } } },
    palisade.configs.recommended,
  ],
})
await eslint.lintFiles(files)
process.send?.('done')
setInterval(() => {}, 1_000)
