// The child process in which users' ESLint configurations run. It is asked with `{ id, configFile, fileName }` and answers
// with `{ id, answer }`; it ends when its parent goes away.

import { flatConfigReader } from './flat-config.js'

/** @type {Map<string, ReturnType<typeof flatConfigReader>>} */
const readers = new Map()

process.on(
  'message',
  async (/** @type {{ id: number, configFile: string, fileName: string, fallbackEslint?: string }} */ question) => {
    const { id, configFile, fileName, fallbackEslint } = question
    let reader = readers.get(configFile)
    if (reader === undefined) {
      reader = flatConfigReader(configFile, fallbackEslint === undefined ? {} : { fallbackEslint })
      readers.set(configFile, reader)
    }
    const answer = await reader.answer(fileName)
    if (process.connected) process.send?.({ id, answer })
  },
)

process.on('disconnect', () => process.exit(0))
