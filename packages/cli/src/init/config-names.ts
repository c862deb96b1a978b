/** The names under which ESLint looks for a flat config, in its order of preference. */
export const configNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`)
