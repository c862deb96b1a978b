// A door of its own: only configurations written in TypeScript are read through the project's own ESLint.
export { flatConfigReader } from '@palisade/engine'
