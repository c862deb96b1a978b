export { main } from './main.js'
export type { Host, Output } from './commands/host.js'
