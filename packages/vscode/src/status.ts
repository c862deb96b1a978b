/** What decides the status line. */
export interface StatusInput {
  enabled: boolean
  /** Whether VS Code runs TypeScript 7's native server instead of tsserver. */
  nativeServer: boolean
  /** Whether VS Code's own TypeScript support can be talked to. */
  typescriptSupport: boolean
  preset: string | null
  /** The name of the ESLint configuration that is nearest to the file in hand. */
  eslintConfig: string | undefined
  /** Whether findings of a project that runs Palisade in ESLint are left to the ESLint extension. */
  quietWithEslintConfig: boolean
}

/** A status line: what runs, why, and whether that is a reason to look. */
export interface Status {
  text: string
  detail: string
  warning: boolean
}

/**
 * Says in one line what runs and why.
 *
 * @param input What is known.
 * @returns The line.
 */
export function statusOf(input: StatusInput): Status {
  if (!input.enabled) return { text: 'Palisade: off', detail: 'palisade.enable is false', warning: false }
  if (input.nativeServer) {
    return {
      text: 'Palisade: not running',
      detail: "TypeScript 7's native server is on: no tsserver plugins there",
      warning: true,
    }
  }
  if (!input.typescriptSupport) {
    return { text: 'Palisade: not running', detail: "VS Code's TypeScript support is switched off", warning: true }
  }
  const otherwise = input.preset === null ? 'tsconfig.json or the recommended rules' : `the preset ${input.preset}`
  if (input.eslintConfig === undefined) return { text: 'Palisade', detail: `runs ${otherwise}`, warning: false }
  const where = input.quietWithEslintConfig ? 'the ESLint extension shows them' : 'Palisade shows them'
  return {
    text: 'Palisade',
    detail: `runs the rules of ${input.eslintConfig}, and ${where}, if it switches Palisade on; otherwise ${otherwise}`,
    warning: false,
  }
}
