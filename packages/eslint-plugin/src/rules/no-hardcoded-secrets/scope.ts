import type { FileAnalysis } from '@palisade/analysis'
import type { Judge } from './judge.js'

/**
 * Whether names and destinations count in a file of this project.
 *
 * @param file the file
 * @param judge whose options and settings hold
 */
export function isJudged(file: FileAnalysis, judge: Pick<Judge, 'options' | 'isTestFile'>): boolean {
  const { filename, text } = file
  return (
    !isGenerated(text) &&
    !isDeclarationFile(filename) &&
    !isTranslation(filename) &&
    (judge.options.testFiles || !judge.isTestFile(filename))
  )
}

/**
 * Whether no person wrote a text: it is mended where it comes from.
 *
 * @param text a file's text
 */
export function isGenerated(text: string): boolean {
  if (/@generated\b|do not edit/i.test(text.slice(0, 600))) return true
  if (text.length < 20_000) return false
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return text.length / lines > 500
}

function isDeclarationFile(filename: string): boolean {
  return /\.d\.[mc]?ts$/.test(filename)
}

/** Labels in all languages stand under names like `password`. */
function isTranslation(filename: string): boolean {
  return /(?:^|[\\/])(?:i18n|l10n|locales?|lang|langs|languages?|translations?|messages)[\\/]|(?:^|[\\/.])(?:translations?|locale|messages|[a-z]{2}-[A-Z]{2}|i18n)\.[mc]?[jt]sx?$/.test(
    filename,
  )
}
