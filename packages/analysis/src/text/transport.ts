/** Reading the texts that decide about a connection: addresses, cipher strings, command lines. */
export * from './cipher-string.js'
export * from './command-line.js'
export * from './hosts.js'
export * from './connection-string.js'
export * from './identifier-url.js'
export * from './protocol-version.js'
