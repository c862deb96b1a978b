// Stands in for `typescript` in the bundle: whatever asks for it there gets the instance that tsserver handed over.
// Two versions number their syntax kinds differently, and one's trees read with the other's numbers are nonsense.

import slot = require('./typescript-slot.cjs')

const { typescript } = slot
if (typescript === undefined) throw new Error('tsserver has not handed over its TypeScript yet')

// Compiled modules copy all members, some two thousand, of what doesn't say that it was a module: twenty copies of them.
export = Object.create(typescript, { __esModule: { value: true }, default: { value: typescript } }) as typeof typescript
