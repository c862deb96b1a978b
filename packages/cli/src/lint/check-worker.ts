import { parentPort, workerData } from 'node:worker_threads'
import { createFilesChecker } from './files.js'
import { loadPlugin } from './plugin.js'
import type { ThreadAnswer, ThreadData, ThreadTask } from './threads.js'

// The program of a checking thread: it takes batches of files and answers what was found in them.
const { options } = workerData as ThreadData
const checker = loadPlugin().then((plugin) => createFilesChecker(plugin, options))

parentPort?.on('message', (task: ThreadTask) => {
  void answer(task).then((message) => parentPort?.postMessage(message))
})

async function answer({ files, exact }: ThreadTask): Promise<ThreadAnswer> {
  try {
    // A path in bytes arrives as a plain byte array.
    for (const file of files) if (typeof file.location !== 'string') file.location = Buffer.from(file.location)
    return { outcome: await (await checker)(files, undefined, exact) }
  } catch (error) {
    const { message, name, stack } = error instanceof Error ? error : new Error(String(error))
    return { problem: { message, name, stack } }
  }
}
