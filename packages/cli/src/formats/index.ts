import type { Report } from '../report.js'

/** The formats that a report can be printed in. */
export const formatNames = ['pretty', 'json', 'sarif', 'github', 'junit', 'checkstyle'] as const

/** The name of a format. */
export type FormatName = (typeof formatNames)[number]

/** What a format may know about where it is printed. */
export interface FormatOptions {
  color: boolean
  /** Whether a person looks on: then the time that it took is worth a word. */
  interactive: boolean
  /** Where the person is: paths are shown from there. */
  cwd: string
}

/** Prints a report. */
export type Format = (report: Report, options: FormatOptions) => string

/**
 * Loads a format. Each is a module of its own, because a run needs only one of them.
 *
 * @param name The format's name.
 * @returns The format.
 */
export async function loadFormat(name: FormatName): Promise<Format> {
  switch (name) {
    case 'json':
      return (await import('./json.js')).json
    case 'sarif':
      return (await import('./sarif.js')).sarif
    case 'github':
      return (await import('./github.js')).github
    case 'junit':
      return (await import('./junit.js')).junit
    case 'checkstyle':
      return (await import('./checkstyle.js')).checkstyle
    case 'pretty':
      return (await import('./pretty.js')).pretty
  }
}
