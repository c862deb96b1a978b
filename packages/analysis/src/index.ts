export * from './names/index.js'
