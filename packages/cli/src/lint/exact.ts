// A door of its own, so that the bundle loads the exact parser only when a file needs it.
export { createEngine } from '@palisade/engine'
