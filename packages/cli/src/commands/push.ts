import type { PalisadePlugin } from '@palisade/engine'
import { CannotCheck } from '../errors.js'
import { inOrder, type Finding } from '../findings/finding.js'
import { knownFromGit, withoutKnown } from '../findings/known.js'
import { openBlobs, type BlobSource } from '../git/blobs.js'
import { changesOfCommit, commitsOfPush, commitsOfRange, parsePushedRefs } from '../git/pushed.js'
import { requireRepository, type Repository } from '../git/repository.js'
import type { Note } from '../report.js'
import { checkBlobs } from './check-blobs.js'
import type { CheckChoices } from './choices.js'
import type { Host } from './host.js'
import type { Checked } from './staged.js'

/** Choices of `palisade push`. */
export interface PushChoices extends CheckChoices {
  wholeFiles: boolean
  range: string | undefined
  /** Whether the refs come on the standard input, as git gives them to a pre-push hook. */
  stdin: boolean
  /** The remote's name, as git gives it to a pre-push hook. */
  remote: string | undefined
}

/**
 * Checks commits that are about to leave the machine, each for itself: what one commit adds and the next removes is
 * in the history all the same.
 *
 * @param host The current folder, the environment and the standard input.
 * @param choices What the command line says.
 * @param loadPlugin Loads the plugin.
 * @returns What was found on lines that the commits add.
 * @throws {CannotCheck} when git or a configuration fails, or nothing says which commits are meant.
 */
export async function push(
  host: Host,
  choices: PushChoices,
  loadPlugin: () => Promise<PalisadePlugin>,
): Promise<Checked> {
  const repository = await requireRepository(host.cwd)
  const commits = new Set<string>()
  const range = choices.range ?? rangeOfPreCommit(host.env)
  if (range !== undefined) {
    for (const commit of await commitsOfRange(repository, range)) commits.add(commit)
  } else if (choices.stdin) {
    for (const ref of parsePushedRefs(await textOf(host.stdin))) {
      for (const commit of await commitsOfPush(repository, ref, choices.remote)) commits.add(commit)
    }
  } else if (host.env['PRE_COMMIT_LOCAL_BRANCH']) {
    // pre-commit gives no range when a branch goes to the remote from its very first commit on.
    const local = host.env['PRE_COMMIT_LOCAL_BRANCH']
    const ref = { localRef: local, local, remoteRef: '', remote: '0' }
    for (const commit of await commitsOfPush(repository, ref, host.env['PRE_COMMIT_REMOTE_NAME'])) commits.add(commit)
  } else {
    throw new CannotCheck('nothing says which commits to check', 'give --range A..B, or --stdin in a pre-push hook')
  }

  const blobs = openBlobs(repository.root)
  try {
    return await checkCommits(repository, blobs, commits, choices, await loadPlugin())
  } finally {
    blobs.close()
  }
}

async function checkCommits(
  repository: Repository,
  blobs: BlobSource,
  commits: ReadonlySet<string>,
  choices: PushChoices,
  plugin: PalisadePlugin,
): Promise<Checked> {
  const findings: Finding[] = []
  const allFindings: Finding[] = []
  const notes: Note[] = []
  const checked = { files: 0, lines: 0, leftOut: 0, known: 0, incomplete: false }
  const options = {
    base: repository.root,
    preset: choices.preset,
    rules: choices.rules,
    wholeFiles: choices.wholeFiles,
  }
  for (const commit of commits) {
    const changes = (await changesOfCommit(repository, commit)).changes.filter(({ status }) => status !== 'deleted')
    const outcome = await checkBlobs(repository, blobs, changes, plugin, options)
    const looked = new Map(changes.map(({ path, from }) => [path, from]))
    const known = choices.baseline ? await knownFromGit(repository, blobs, commit, looked.keys()) : undefined
    const match = known && withoutKnown(known, outcome.findings, looked, outcome.isNew)
    for (const finding of match?.fresh ?? outcome.findings) {
      if (outcome.isNew(finding)) findings.push({ ...finding, commit })
    }
    allFindings.push(...outcome.findings)
    notes.push(...outcome.notes)
    checked.files += outcome.files
    checked.lines += outcome.lines
    checked.leftOut += outcome.leftOut
    checked.known += match?.known ?? 0
    checked.incomplete ||= outcome.incomplete
  }
  return {
    subject: 'commits',
    findings: inOrder(findings),
    allFindings,
    notes,
    commits: commits.size,
    stale: [],
    base: repository.root,
    ...checked,
  }
}

/** pre-commit reads the hook's input itself and hands the range over in the environment. */
function rangeOfPreCommit(env: Host['env']): string | undefined {
  const from = env['PRE_COMMIT_FROM_REF']
  const to = env['PRE_COMMIT_TO_REF']
  if (to === undefined || to === '') return undefined
  return from === undefined || from === '' || /^0+$/.test(from) ? to : `${from}..${to}`
}

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
