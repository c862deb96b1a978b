import type { Configuration } from '../configuration.js'

/** What a project's own flat config says about one file. */
export type FlatConfigAnswer =
  /** There is no flat config, or it has nothing to do with Palisade. */
  | { kind: 'none' }
  /** The config uses Palisade, and leaves this file alone. */
  | { kind: 'ignored'; configFile: string }
  /** These rules hold for the file. */
  | { kind: 'configuration'; configuration: Configuration }
  /** The config can't be read; `message` is one sentence, `previous` what it said before somebody broke it. */
  | { kind: 'broken'; configFile: string; message: string; previous?: FlatConfigAnswer | undefined }
