import { changesArguments, inBoth, listArguments, readChanges, type Change } from './changes.js'
import { mergeHeads, type Repository } from './repository.js'
import { startAhead, startGit } from './run.js'

/**
 * What the commit being made changes: the index against the commit it is made on.
 * In a merge only what differs from every parent is new; the rest was committed before, on one side or the other.
 *
 * @param cwd A folder in the repository. Git needs no more, so it can be asked while the repository is looked up.
 * @param finding The repository.
 * @returns The changes, deletions included.
 * @throws {CannotCheck} when git fails.
 */
export async function stagedChanges(cwd: string, finding: Promise<Repository>): Promise<Change[]> {
  const comparing = compareIndex(cwd, 'HEAD')
  // Outside a repository both fail; the look-up tells why.
  comparing.catch(() => undefined)
  const repository = await finding
  if (!repository.hasHead) return await compareIndex(cwd, repository.emptyTree)
  let changes = await comparing
  for (const head of mergeHeads(repository)) {
    const fromTheirs = new Map((await compareIndex(cwd, head)).map((change) => [change.path, change]))
    changes = changes.flatMap((change) => {
      if (change.status === 'deleted') return [change]
      const theirs = fromTheirs.get(change.path)
      return theirs === undefined ? [] : [{ ...change, lines: inBoth(change.lines, theirs.lines) }]
    })
  }
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
  return await compareIndex(repository.root, repository.emptyTree, listArguments)
}

/**
 * Starts what `stagedChanges` asks first, for a program that is not loaded yet.
 *
 * @param cwd A folder in the repository.
 */
export function compareAhead(cwd: string): void {
  startAhead(compareArguments('HEAD', changesArguments), { cwd })
}

const compareArguments = (tree: string, args: readonly string[]): string[] => [
  'diff-index',
  '--cached',
  ...args,
  tree,
  '--',
]

async function compareIndex(cwd: string, tree: string, args = changesArguments): Promise<Change[]> {
  const diff = startGit(compareArguments(tree, args), { cwd })
  const changes = await readChanges(diff.stdout)
  await diff.done
  return changes
}
