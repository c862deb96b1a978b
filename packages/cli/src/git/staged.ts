import { inBoth, parseRaw, patchArguments, rawArguments, readHunks, withAddedLines, type Change } from './changes.js'
import { emptyTree, hasHead, mergeHeads, type Repository } from './repository.js'
import { git, GitFailed, startGit } from './run.js'

/**
 * What the commit being made changes: the index against the commit it is made on.
 * In a merge only what differs from every parent is new; the rest was committed before, on one side or the other.
 *
 * @param repository The repository.
 * @returns The changes, deletions included.
 * @throws {CannotCheck} when git fails.
 */
export async function stagedChanges(repository: Repository): Promise<Change[]> {
  let changes: Change[]
  try {
    changes = await compareIndex(repository, 'HEAD')
  } catch (error) {
    if (!(error instanceof GitFailed) || (await hasHead(repository))) throw error
    return await compareIndex(repository, await emptyTree(repository))
  }
  for (const head of mergeHeads(repository)) {
    const fromTheirs = new Map((await compareIndex(repository, head)).map((change) => [change.path, change]))
    changes = changes.flatMap((change) => {
      if (change.status === 'deleted') return [change]
      const theirs = fromTheirs.get(change.path)
      return theirs === undefined ? [] : [{ ...change, lines: inBoth(change.lines, theirs.lines) }]
    })
  }
  return changes
}

async function compareIndex(repository: Repository, tree: string): Promise<Change[]> {
  const cwd = repository.root
  const patch = startGit(['diff-index', '--cached', ...patchArguments, tree, '--'], { cwd })
  patch.write('', true)
  const [raw, added] = await Promise.all([
    git(['diff-index', '--cached', ...rawArguments, tree, '--'], { cwd }),
    readHunks(patch.stdout),
  ])
  await patch.done
  const changes = parseRaw(raw)
  withAddedLines(changes, added)
  return changes
}

/**
 * All files of the index, as if each were new.
 *
 * @param repository The repository.
 * @returns The changes from an empty tree.
 * @throws {CannotCheck} when git fails.
 */
export async function changesOfTree(repository: Repository): Promise<Change[]> {
  const tree = await emptyTree(repository)
  const raw = await git(['diff-index', '--cached', ...rawArguments, tree, '--'], { cwd: repository.root })
  return parseRaw(raw)
}
