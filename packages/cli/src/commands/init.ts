import type { Host } from './host.js'

export async function init(host: Host, _flags: { yes: boolean; dryRun: boolean }): Promise<number> {
  host.stdout.write('')
  return await Promise.resolve(0)
}
