import tab from '@bomb.sh/tab/commander'
import type { Command } from 'commander'
import type { PalisadePlugin } from '@palisade/engine'
import { example } from '../program.js'
import { ruleTexts } from './rule-texts.js'

/**
 * Adds the commands that make a shell complete the command line: one that prints the shell's script, and one, hidden,
 * that the script asks.
 *
 * @param program The command line, complete but for these.
 * @param args The arguments after the program's name.
 * @param loadPlugin Loads the plugin, for names of rules.
 */
export async function addCompletion(
  program: Command,
  args: readonly string[],
  loadPlugin: () => Promise<PalisadePlugin>,
): Promise<void> {
  const completion = tab(program, { completionCommandName: 'completion' })
  program.commands
    .find((command) => command.name() === 'completion')
    ?.description('print a script that makes a shell complete commands and options')
    .addHelpText(
      'after',
      example([
        ['source <(palisade completion zsh)', 'in ~/.zshrc; with bash in ~/.bashrc'],
        ['palisade completion fish > ~/.config/fish/completions/palisade.fish', 'once'],
      ]),
    )
  // Rules take longer to load than a shell should wait for, so they are loaded where one is asked for.
  if (args[0] === 'complete' && args.includes('explain')) {
    const rules = ruleTexts(await loadPlugin())
    completion.commands.get('explain')?.argument('rule', (complete) => {
      for (const { name, description } of rules) complete(name, description)
    })
  }
}
