import { Command, Option } from 'commander'
import { parseCount, parseFormat, parseRules, type CheckChoices, type OutputChoices } from './commands/choices.js'
import type { Host } from './commands/host.js'
import type { Checked } from './commands/staged.js'
import { exitCodes } from './errors.js'
import { formatNames } from './formats/index.js'
import { loadPlugin } from './lint/plugin.js'

/** Options of all commands that check, as commander hands them over. */
interface CheckFlags {
  format: string
  output?: string
  quiet?: boolean
  maxWarnings?: string
  rule: string[]
  preset?: string
  baseline: boolean
  wholeFiles?: boolean
}

/**
 * Describes the command line.
 *
 * @param host The world around.
 * @param end Takes the exit code.
 * @returns The program.
 */
export function createProgram(host: Host, end: (code: number) => void): Command {
  const program = new Command('palisade')
    .description(
      'Keeps leaked keys, disabled TLS, unredacted logs, leaked errors and unvalidated input out of a code base.',
    )
    .version(host.version, '-v, --version')
    .option('--debug', 'show the stack of an error')
    .showHelpAfterError('("palisade --help" and "palisade <command> --help" show what there is)')
    .addHelpText(
      'after',
      example([
        ['palisade init', 'set up the hook, ESLint and the editor'],
        ['palisade check', 'check the whole repository'],
        ['palisade staged', 'check what is about to be committed'],
      ]) + exitCodeHelp,
    )

  checking(program.command('check'), 'check files and folders of the work tree')
    .argument('[paths...]', 'files and folders; the current folder when left out')
    .option('--all', 'walk the folders, whatever git tracks or ignores', false)
    .option('--fix', 'apply automatic fixes', false)
    .option('--concurrency <threads>', 'threads: "auto" or a number', 'auto')
    .addHelpText(
      'after',
      example([
        ['palisade check', 'everything that git tracks or would take'],
        ['palisade check src --format sarif --output palisade.sarif', 'for code scanning'],
        ["palisade check --rule 'require-input-schema: off'", 'without one rule'],
      ]) + exitCodeHelp,
    )
    .action(async (paths: string[], flags: CheckFlags & { all: boolean; fix: boolean; concurrency: string }) => {
      const concurrency =
        flags.concurrency === 'auto' ? undefined : Math.max(1, parseCount('--concurrency', flags.concurrency))
      await run(flags, async (choices) => {
        const [{ check }, { createProgress }] = await Promise.all([
          import('./commands/check.js'),
          import('./commands/progress.js'),
        ])
        const progress = createProgress(host)
        try {
          const { all, fix } = flags
          return await check(host, { ...choices, paths, all, fix, concurrency }, loadPlugin, progress.update)
        } finally {
          progress.end()
        }
      })
    })

  checking(program.command('staged'), 'check what is about to be committed: the index, never the work tree')
    .argument('[paths...]', 'staged files to limit the check to, as hook managers pass them')
    .option('--whole-files', 'report on all lines of the staged files, not only on new ones', false)
    .addHelpText(
      'after',
      example([
        ['palisade staged', 'in .git/hooks/pre-commit, husky, lefthook or pre-commit'],
        ['palisade staged --whole-files', 'also what was there before, in the files of this commit'],
      ]) + exitCodeHelp,
    )
    .action(async (paths: string[], flags: CheckFlags) => {
      await run(flags, async (choices) => {
        const { staged } = await import('./commands/staged.js')
        const wholeFiles = flags.wholeFiles ?? false
        return await staged(host.cwd, { ...choices, paths, wholeFiles }, loadPlugin)
      })
    })

  checking(program.command('push'), 'check commits that are about to be pushed')
    .argument('[remote...]', 'name and address of the remote, as git passes them to a pre-push hook')
    .option('--range <A..B>', 'the commits to check')
    .option('--stdin', 'read the refs that git gives to a pre-push hook', false)
    .option('--whole-files', 'report on all lines of the changed files, not only on new ones', false)
    .addHelpText(
      'after',
      example([
        ['palisade push --stdin "$@"', 'in .git/hooks/pre-push'],
        ['palisade push --range origin/main..HEAD', 'in CI, for a pull request'],
      ]) + exitCodeHelp,
    )
    .action(async (remotes: string[], flags: CheckFlags & { range?: string; stdin: boolean }) => {
      await run(flags, async (choices) => {
        const { push } = await import('./commands/push.js')
        const { range, stdin, wholeFiles = false } = flags
        return await push(host, { ...choices, range, stdin, wholeFiles, remote: remotes[0] }, loadPlugin)
      })
    })

  program
    .command('init')
    .description('set Palisade up in this project: hook, ESLint, TypeScript and editor')
    .option('-y, --yes', 'make the changes without asking', false)
    .option('--dry-run', 'show the changes and make none', false)
    .addHelpText(
      'after',
      example([
        ['palisade init --dry-run', 'see what would change'],
        ['palisade init --yes', 'change it'],
      ]) + '\nExit codes: 0 done or nothing to do, 2 could not be done.\n',
    )
    .action(async (flags: { yes: boolean; dryRun: boolean }) => {
      const { init } = await import('./commands/init.js')
      end(await init(host, flags))
    })

  program
    .command('baseline')
    .description("take today's findings as known, so that only new ones count")
    .option('--prune', 'only drop entries whose finding is gone', false)
    .option('--rule <setting>', 'a rule and its setting; may be repeated', collect, [])
    .option('--preset <name>', 'the preset for files without an ESLint configuration of their own')
    .addHelpText(
      'after',
      example([
        ['palisade baseline', 'write .palisade-baseline'],
        ['palisade baseline --prune', 'after known findings were fixed'],
      ]) + '\nExit codes: 0 written, 2 could not be written.\n',
    )
    .action(async (flags: { prune: boolean; rule: string[]; preset?: string }) => {
      const { baseline } = await import('./commands/baseline.js')
      const choices = { prune: flags.prune, rules: parseRules(flags.rule), preset: flags.preset }
      end(await baseline(host, choices, loadPlugin))
    })

  program
    .command('explain')
    .description("show a rule's page")
    .argument('<rule>', 'for instance no-insecure-tls')
    .addHelpText('after', example([['palisade explain no-insecure-tls', 'why it matters and how to fix it']]))
    .action(async (rule: string) => {
      const { explain } = await import('./commands/explain.js')
      end(await explain(host, rule, loadPlugin))
    })

  program
    .command('rules')
    .description('list the rules')
    .addHelpText('after', example([['palisade rules', 'names and questions']]))
    .action(async () => {
      const { listRules } = await import('./commands/explain.js')
      end(await listRules(host, loadPlugin))
    })

  for (const command of [program, ...program.commands]) {
    command.exitOverride()
    command.configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
    })
    // `palisade check --debug` reads as naturally as `palisade --debug check`.
    if (command !== program) command.addOption(new Option('--debug').hideHelp())
  }
  return program

  async function run(flags: CheckFlags, make: (choices: CheckChoices) => Promise<Checked>): Promise<void> {
    const output: OutputChoices = {
      format: parseFormat(flags.format),
      output: flags.output,
      quiet: flags.quiet ?? false,
      maxWarnings: flags.maxWarnings === undefined ? undefined : parseCount('--max-warnings', flags.maxWarnings),
    }
    const choices = { preset: flags.preset, rules: parseRules(flags.rule), baseline: flags.baseline }
    const start = performance.now()
    const checked = await make(choices)
    const { printReport } = await import('./commands/print-report.js')
    end(await printReport(host, checked, output, start, loadPlugin))
  }
}

function checking(command: Command, description: string): Command {
  return command
    .description(description)
    .addOption(new Option('-f, --format <name>', 'how to print').default('pretty').choices([...formatNames]))
    .option('-o, --output <file>', 'write to a file instead of the terminal')
    .option('-q, --quiet', 'report errors only')
    .option('--max-warnings <number>', 'fail when there are more warnings than this')
    .option('--rule <setting>', 'a rule and its setting; may be repeated', collect, [])
    .option('--preset <name>', 'the preset for files without an ESLint configuration of their own')
    .option('--no-baseline', 'report known findings as well')
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}

/**
 * Words examples for a command's help.
 *
 * @param lines Command lines, each with what it is for.
 * @returns The text.
 */
export function example(lines: readonly (readonly [command: string, purpose: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length))
  const printed = lines.map(([command, purpose]) => `  ${command.padEnd(width)}  ${purpose}`)
  return `\nExamples:\n${printed.join('\n')}\n`
}

const exitCodeHelp = `\nExit codes: ${exitCodes.clean} clean, ${exitCodes.findings} findings, ${exitCodes.couldNotCheck} could not check.\n`
